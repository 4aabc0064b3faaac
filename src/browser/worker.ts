/** The worker that compiles added datasets. Its file is a script of the extension: the policy of our pages allows no other one. */
import type { CompileWorker } from './interfaces.ts';

export function startCompileWorker(): CompileWorker {
  const worker = new Worker('/compile.js');
  return {
    run(task, listener) {
      worker.onmessage = ({ data }) => {
        listener.onReport(data);
      };
      worker.onerror = ({ message }) => {
        listener.onError(message);
      };
      worker.postMessage(task);
    },
    end() {
      worker.terminate();
    },
  };
}
