/**
 * `npm run --silent dataset:review -- FILE ARTICLE.txt`: prints each fact of a dataset with the words of its evidence, for a person
 * to read. With an article alone it takes the bundled dataset.
 */
import { alignSource, wordsAt } from '../dataset/authoring.ts';
import { runDatasetCommand } from './dataset-arguments.ts';
import { readDatasetInput, sha256 } from './dataset-tools.ts';

function review(): boolean {
  const form = { name: 'dataset:review', usage: '[FILE] ARTICLE.txt' };
  const { dataset, source: text } = readDatasetInput(form);
  const { source } = alignSource(dataset.source.paragraphs, text, sha256);
  const { facts, entities } = dataset;
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
  for (const { id, statement, about, attribution, evidence, date, stability } of facts) {
    const { manner, speaker, also = [], setting } = attribution;
    const said = [speaker, ...also]
      .flatMap((one) => (one === undefined ? [] : nameOf(one)))
      .join(' & ');
    console.log(
      `\n${id}  [${[manner, said, setting].filter(Boolean).join(', ')}; ${date.value}; ${stability}]`,
    );
    console.log(`  ${statement}`);
    console.log(`  about: ${about.map(({ entity, part }) => `${part} ${entity}`).join(', ')}`);
    for (const { paragraph, words } of evidence) {
      console.log(
        `  ¶ ${paragraph}, words ${words.join('-')}: ${wordsAt(source, paragraph, words) || '(not in this version of the text)'}`,
      );
    }
  }
  return true;
}

await runDatasetCommand(review);
