/** The whole options page, drawn from its state: the list of pages, the page that is shown, and its preview. */
import { contextOf } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { baseSettings } from '../settings/index.ts';
import { Announcement } from './Announcement.tsx';
import { switchableOf } from './entities.ts';
import { PolicyContext } from './lock.tsx';
import { More } from './More.tsx';
import { PAGE_IDS, type PageId } from './page-ids.ts';
import { pageSpecOf, sectionsOf } from './pages.ts';
import { PolicyNotice } from './PolicyNotice.tsx';
import { CardPreview, SamplePreview } from './Preview.tsx';
import { Section } from './Section.tsx';
import { isChanged, sayField, specOf, type SectionId } from './sections.ts';
import type { OptionsViewProps } from './state.ts';
import { UnreadableNotice } from './UnreadableNotice.tsx';

export type { OptionsState, OptionsViewProps } from './state.ts';

export function OptionsView(props: OptionsViewProps) {
  const { state, actions, say } = props;
  const base = baseSettings(state.policy);
  const { heading, more } = pageSpecOf(state.page);
  const folded = sectionsOf(state.page, true);
  return (
    <PolicyContext.Provider value={state.policy}>
      <div class="options-columns">
        <header class="options-side">
          <p class="options-name">{say('extensionName')}</p>
          <PageList shown={state.page} say={say} />
        </header>
        {/* The key makes a new page of it: nothing typed or unfolded goes over to another one. */}
        <main key={state.page}>
          <h1 tabIndex={-1}>{say(heading)}</h1>
          <Notices {...props} />
          <Sections {...props} ids={sectionsOf(state.page, false)} />
          {more && (
            <More
              summary={say(more)}
              isOpen={folded.some((id) => isChanged(state.settings, id, base))}
            >
              <Sections {...props} ids={folded} />
            </More>
          )}
        </main>
        {!state.isFirst && <Preview {...props} />}
      </div>
      <Announcement announced={state.announced} onUndo={actions.undo} say={say} />
    </PolicyContext.Provider>
  );
}

function PageList({ shown, say }: { shown: PageId; say: Say }) {
  return (
    <nav aria-label={say('optionsHeading')}>
      <ul class="options-pages">
        {PAGE_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === shown ? 'page' : undefined}>
              {say(pageSpecOf(id).heading)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What concerns all pages, and on the last one what an organisation has set. */
function Notices({ state, actions, say, locale }: OptionsViewProps) {
  const { problem, unreadable } = state;
  return (
    <>
      {problem && (
        <p class="notice" role="alert">
          {say('storageProblem')}{' '}
          {problem.reason === 'refused' && say('browserReported', problem.message)}
        </p>
      )}
      {unreadable.map((record) => (
        <UnreadableNotice
          key={record.key}
          record={record}
          onCopy={actions.copy}
          onDiscard={actions.discard}
          {...{ say, locale }}
        />
      ))}
      {state.page === 'data' && <PolicyNotice state={state} say={say} />}
    </>
  );
}

function Sections(props: OptionsViewProps & { ids: readonly SectionId[] }) {
  const { ids, state, actions, say } = props;
  return ids.map((id) => {
    const spec = specOf(id);
    const Control = spec.control;
    return (
      <Section
        key={id}
        {...{ id, spec, say }}
        isChanged={isChanged(state.settings, id, baseSettings(state.policy))}
        onReset={() => {
          actions.reset(id);
        }}
      >
        <Control {...props} id={id} nameOf={(name) => sayField(name, say)} />
      </Section>
    );
  });
}

function Preview({ state, knowledge, today, say, locale }: OptionsViewProps) {
  const { settings, page } = state;
  const shared = { settings, today, say, locale };
  const { preview } = pageSpecOf(page);
  if (preview === 'sample')
    return (
      <SamplePreview
        entities={knowledge.entities.map((entity) => switchableOf(entity, state))}
        {...shared}
      />
    );
  const [first] = knowledge.entities;
  return preview === 'card' && first ? (
    <CardPreview context={contextOf(knowledge, first.id)} {...shared} />
  ) : null;
}
