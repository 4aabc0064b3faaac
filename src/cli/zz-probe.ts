import { launchFirefox } from './browsers/firefox.ts';
import { launchChromium } from './browsers/chromium.ts';
import { ensureBrowser } from './browsers/install.ts';
import { BUILDS } from './paths.ts';
import { serve } from './serve.ts';
import { SAMPLES } from './paths.ts';
import { readFileSync } from 'node:fs';
const server = await serve(SAMPLES);
const art = JSON.parse(readFileSync(SAMPLES + '/hostile/article.json','utf8'));
const texts = JSON.stringify((art.paragraphs ?? art).map((p: any) => p.text ?? p));
const n = Number(process.argv[2] ?? 1091);
const html = readFileSync(SAMPLES + '/hostile/many-spans.html','utf8').replace('{{article:json}}', texts).replace('1091', String(n));
server.add('/m', { body: html });
const ff = await launchFirefox(ensureBrowser('firefox'), { extension: BUILDS.firefox, headless: true });
const t0 = Date.now();
await ff.goto(server.url('m'));
for (let i = 0; i < 40; i++) {
  await new Promise(r => setTimeout(r, 2000));
  const c = await ff.evaluate(() => [...CSS.highlights].map(([k, h]) => k + ' ' + h.size).join());
  console.log((Date.now() - t0) / 1000, c);
}
await ff.close(); await server.close();
