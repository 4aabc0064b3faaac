/**
 * A small client of Firefox's own remote protocol, Marionette: length-prefixed JSON over TCP. Drives a stock
 * Firefox without geckodriver. Protocol: firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 * Why it is our own: docs/decisions/0016-own-client-for-firefox.md
 */
import { connect, type Socket } from 'node:net';
import { until } from '../until.ts';

/** `[kind, id, error, result]`: kind 1 is a reply. */
type Reply = [1, number, { error: string; message: string } | null, unknown];

export interface Marionette {
  /** @throws Error with Firefox's own message */
  send(command: string, params?: object): Promise<unknown>;
  close(): void;
}

/**
 * @param port on which Firefox listens, or soon will
 * @param isAlive asked before each try, so that a Firefox that did not start is not waited for
 * @throws Error where nothing listens in time
 */
export async function connectMarionette(port: number, isAlive: () => boolean): Promise<Marionette> {
  const socket = await connectSoon(port, isAlive);
  const waiting = new Map<number, (reply: Reply) => void>();
  let received = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      const length = Number(received.subarray(0, colon));
      if (colon < 0 || received.length < colon + 1 + length) return;
      const message = received.subarray(colon + 1, colon + 1 + length).toString();
      received = received.subarray(colon + 1 + length);
      const json = JSON.parse(message) as Reply | Record<string, unknown>;
      if (isReply(json)) waiting.get(json[1])?.(json);
    }
  });
  // A browser that dies answers nothing; who waits must hear of it.
  socket.once('close', () => {
    const error = { error: 'disconnected', message: 'Firefox has closed.' };
    for (const [id, answer] of waiting) answer([1, id, error, null]);
  });
  return {
    send: (command, params = {}) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error(`${command}: Firefox has closed.`));
          return;
        }
        const id = ++lastId;
        waiting.set(id, ([, , error, result]) => {
          waiting.delete(id);
          if (error) reject(new Error(`${command}: ${error.error}: ${error.message}`));
          else resolve(result);
        });
        const json = JSON.stringify([0, id, command, params]);
        socket.write(`${Buffer.byteLength(json)}:${json}`);
      }),
    close() {
      socket.destroy();
    },
  };
}

/** Firefox's first message is a greeting, and no reply. */
function isReply(json: Reply | Record<string, unknown>): json is Reply {
  return Array.isArray(json);
}

async function connectSoon(port: number, isAlive: () => boolean): Promise<Socket> {
  const socket = await until(() => {
    if (!isAlive()) throw new Error('Firefox closed before its remote port opened.');
    return connectOnce(port);
  });
  if (!socket) throw new Error('Firefox did not open its remote port.');
  return socket;
}

function connectOnce(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      resolve(socket);
    });
    socket.on('error', () => {
      resolve(undefined);
    });
  });
}
