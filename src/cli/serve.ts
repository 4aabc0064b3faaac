/**
 * A small local server for sample and test pages: files of one folder, and pages given in memory.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** A page that exists only in memory. */
export interface ServedPage {
  body: string;
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
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = pages.get(path) ?? readPage(folder, path);
    response.writeHead(page ? 200 : 404, { 'content-type': TYPES['.html'], ...page?.headers });
    response.end(page?.body ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}/${path.replace(/^\//, '')}`,
    add(path, page) {
      pages.set(path.startsWith('/') ? path : `/${path}`, page);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readPage(folder: string, path: string): ServedPage | undefined {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) return undefined;
  try {
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return { body: readFileSync(file, 'utf8'), headers: { 'content-type': type } };
  } catch {
    return undefined;
  }
}
