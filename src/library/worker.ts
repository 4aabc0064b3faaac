/** The worker's side of compiler.ts: takes tasks as messages, and answers each with reports. Knows messages, and no task. */
import type { Linguistics } from '../dataset/authoring.ts';
import type { Knowledge } from '../dataset/index.ts';
import type { Triggers } from '../detect/index.ts';
import type { Report, Task } from './stored.ts';
import { runTask } from './task.ts';

/** What the build gives the worker; JSON where it is a text. */
export interface WorkerData {
  knowledge: Knowledge;
  linguistics: string;
  triggers: string;
}

/** @param load called once, for the first task */
export function answerTasks(load: () => WorkerData): void {
  let loaded: ReturnType<typeof readData> | undefined;
  const post = (report: Report): void => {
    postMessage(report);
  };
  addEventListener('message', ({ data: task }: MessageEvent<Task>) => {
    loaded ??= readData(load());
    void runTask(task, { ...loaded, today: new Date() }, post).then(post);
  });
}

// The build wrote both from these types.
const readData = ({ knowledge, linguistics, triggers }: WorkerData) => ({
  knowledge,
  linguistics: JSON.parse(linguistics) as Linguistics,
  triggers: JSON.parse(triggers) as Triggers[],
});
