/**
 * A proxy that writes down what a browser asks the network for. It lets requests through to one local server and
 * refuses all others, so nothing leaves the machine. It cannot see name look-ups, nor what goes past a proxy (WebRTC).
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FirefoxOptions } from '../../src/cli/browsers/firefox.ts';

/** One request as it reached the proxy. */
export interface RecordedRequest {
  /** `CONNECT` for what goes on encrypted or as a web socket. */
  method: string;
  /** Name and port, always both: `example.org:80`. */
  host: string;
  /** Whole address; for `CONNECT` the host is all that the proxy is told. */
  url: string;
}

export interface RecordingProxy {
  /** Name and port: `127.0.0.1:8080`. */
  address: string;
  /** Everything so far, in order; grows while the browser runs. */
  requests: readonly RecordedRequest[];
  /** Ends open connections, too. */
  close(): Promise<void>;
}

/**
 * Starts the proxy on a free port of this machine.
 * @param served name and port of the one server that requests are let through to
 */
export async function startRecordingProxy(served: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const recorded = describe(request);
    requests.push(recorded);
    if (recorded.host === served) passOn(recorded.url, request, response);
    else response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    const host = request.url ?? '';
    requests.push({ method: 'CONNECT', host, url: host });
    // A browser that gives up while it is being refused is no failure of the proxy.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Refused\r\ncontent-length: 0\r\n\r\n', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function describe({ method = '', url = '', headers }: IncomingMessage): RecordedRequest {
  // What is asked of the proxy itself comes as a bare path.
  const { hostname, port, href } = new URL(url, `http://${headers.host ?? 'unknown'}`);
  return { method, host: `${hostname}:${port || '80'}`, url: href };
}

function passOn(url: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = ask(url, { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** Preferences that lead all requests of Firefox through a proxy. @param address name and port */
export function firefoxPreferencesFor(address: string): NonNullable<FirefoxOptions['preferences']> {
  const [name = '', port] = address.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': name,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': name,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    // Firefox sends its own requests past a proxy that refuses them; here they belong to the baseline.
    'network.proxy.allow_bypass': false,
    'network.proxy.failover_direct': false,
  };
}
