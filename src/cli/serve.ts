/**
 * A small local server for sample and test pages: files of one folder, and pages given in memory.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** A page that exists only in memory. */
export interface ServedPage {
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface Server {
  /** Address of a file or page; `host` may be another name of this machine. */
  url(path: string, host?: string): string;
  /** Adds or replaces a page in memory. */
  add(path: string, page: ServedPage): void;
  close(): Promise<void>;
}

/** @param folder whose files are served */
export async function serve(folder: string): Promise<Server> {
  const pages = new Map<string, ServedPage>();
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    const page = path === undefined ? undefined : (pages.get(path) ?? readPage(folder, path));
    response.writeHead(page ? 200 : 404, page?.headers ?? { 'content-type': 'text/plain' });
    response.end(page?.body ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}/${path.replace(/^\//, '')}`,
    add(path, page) {
      const headers = { 'content-type': TYPES['.html'] ?? '', ...page.headers };
      pages.set(path.startsWith('/') ? path : `/${path}`, { body: page.body, headers });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns undefined for an address that is broken, which a page under test may well ask for */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function readPage(folder: string, path: string): ServedPage | undefined {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) return undefined;
  try {
    // Without a type the browser looks at the bytes, as it does for a file: saved pages bring all sorts.
    const type = TYPES[extname(file)];
    return { body: readFileSync(file), headers: type ? { 'content-type': type } : {} };
  } catch {
    return undefined;
  }
}
