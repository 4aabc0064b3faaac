/**
 * `npm run --silent dataset:review -- ARTICLE.txt [DATASET.json]`: prints each fact of a dataset, by default the bundled
 * one, with the words of its evidence, for a person to read.
 */
import { wordsAt } from '../dataset/authoring.ts';
import { readDatasetInput, runDatasetCommand } from './dataset-tools.ts';

function review(): boolean {
  const { dataset, source } = readDatasetInput('dataset:review');
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
        `  ¶ ${paragraph}, words ${words.join('-')}: ${wordsAt(source, paragraph, words)}`,
      );
    }
  }
  return true;
}

runDatasetCommand(review);
