/** Usage: npx tsx scripts/preview-demo-data.ts FOLDER [--seed N] [--count N] [--boxes] */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toPixelBox } from '@/lib/core/geometry/box';
import { generateReport, planDemo } from '@/lib/demo';
import type { DemoReport } from '@/lib/demo';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '26' },
    boxes: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  process.stderr.write('Usage: npx tsx scripts/preview-demo-data.ts FOLDER [--seed N] [--count N] [--boxes]\n');
  process.exit(1);
}

async function withBoxes(report: DemoReport): Promise<Buffer> {
  const canvas = createCanvas(report.width, report.height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(report.image), 0, 0);
  context.strokeStyle = 'rgba(0, 120, 255, 0.8)';
  for (const { box } of Object.values(report.evidence).flat()) {
    const [x0, y0, x1, y1] = toPixelBox(box, report);
    context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  }
  return canvas.encode('jpeg', 85);
}

await mkdir(folder, { recursive: true });
for (const order of planDemo({ seed: Number(values.seed) }).slice(0, Number(values.count))) {
  const report = await generateReport(order);
  const image = values.boxes ? await withBoxes(report) : report.image;
  await writeFile(join(folder, `${report.id}.jpg`), image);
  await writeFile(join(folder, `${report.id}.json`), JSON.stringify(report.gold, null, 2));
  const [lines, layout] = [Object.keys(report.evidence).length, report.layout.padEnd(36)];
  process.stdout.write(`${report.id}  ${report.kind.padEnd(20)}  ${layout}  ${report.captureLevel.padEnd(8)}  ${lines} leaves\n`);
}
