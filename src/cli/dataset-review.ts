/**
 * `npm run --silent dataset:review -- ARTICLE.txt`: each fact beside the words that it rests on, for a person who
 * reads them all.
 */
import { wordsAt } from '../dataset/source-text.ts';
import { loadDataset } from './dataset-plugin.ts';
import { sourceFromArguments } from './dataset-tools.ts';

try {
  const { facts, entities } = loadDataset();
  const { source } = sourceFromArguments('dataset:review');
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
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
