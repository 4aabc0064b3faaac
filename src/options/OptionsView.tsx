/** The whole options page as one function of its state: the sections in the order of their table, and the preview. */
import { contextOf } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { Announcement } from './Announcement.tsx';
import { AsideNotice } from './AsideNotice.tsx';
import { Preview } from './Preview.tsx';
import { Section } from './Section.tsx';
import { isChanged, sayField, SECTION_IDS, specOf } from './sections.ts';
import type { OptionsViewProps } from './state.ts';

export type { OptionsState, OptionsViewProps } from './state.ts';

export function OptionsView(props: OptionsViewProps) {
  const { state, actions, knowledge, today, say, locale } = props;
  const { settings, aside, announced, problem } = state;
  const main = knowledge.entities.filter(({ tier }) => tier === 'main');
  return (
    <>
      <div class="options-columns">
        <main>
          <header class="options-head">
            <p class="options-name">{say('extensionName')}</p>
            <h1 tabIndex={-1}>{say('optionsHeading')}</h1>
            <p>{say('optionsIntro')}</p>
          </header>
          {problem && (
            <p class="notice" role="alert">
              {say('storageProblem')}{' '}
              {problem.reason === 'refused' && say('browserReported', problem.message)}
            </p>
          )}
          {aside.map((record) => (
            <AsideNotice
              key={record.key}
              aside={record}
              onCopy={actions.copy}
              onDiscard={actions.discard}
              {...{ say, locale }}
            />
          ))}
          <Contents say={say} />
          <Sections {...props} />
        </main>
        <Preview
          settings={settings}
          entities={main}
          context={main[0] && contextOf(knowledge, main[0].id)}
          {...{ today, say, locale }}
        />
      </div>
      <Announcement announced={announced} onUndo={actions.undo} say={say} />
    </>
  );
}

/** The way to each section. */
function Contents({ say }: { say: Say }) {
  return (
    <nav class="contents" aria-label={say('optionsHeading')}>
      <ul>
        {SECTION_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}-heading`}>{say(specOf(id).heading)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sections(props: OptionsViewProps) {
  const { state, actions, say } = props;
  return SECTION_IDS.map((id) => {
    const spec = specOf(id);
    const Control = spec.control;
    return (
      <Section
        key={id}
        {...{ id, spec, say }}
        isChanged={isChanged(state.settings, id)}
        onReset={() => {
          actions.reset(id);
        }}
      >
        <Control {...props} id={id} nameOf={(name) => sayField(name, say)} />
      </Section>
    );
  });
}
