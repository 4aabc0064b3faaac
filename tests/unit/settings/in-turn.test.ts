/** Answers come in the order of the questions, whatever each of them takes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn } from '../../../src/settings/in-turn.ts';

test('no answer overtakes an earlier one, whatever each takes and whichever fails', async () => {
  const asked = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(asked, fc.scheduler(), async (fails, scheduler) => {
      const come: number[] = [];
      let running = 0;
      const ask = inTurn(async (number: number) => {
        expect(++running).toBe(1);
        await scheduler.schedule(Promise.resolve(), `answer ${number}`);
        running--;
        if (fails[number]) throw new Error(`No answer ${number}.`);
        return number;
      });
      const answers = fails.map((_, number) =>
        ask(number).then(
          (answer) => come.push(answer),
          () => come.push(number),
        ),
      );
      await scheduler.waitFor(Promise.all(answers));
      expect(come).toEqual(fails.map((_, number) => number));
    }),
  );
});
