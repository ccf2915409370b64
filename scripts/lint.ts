/**
 * Usage: npm run lint [-- PATH …]
 * Every finding fails but the warning about a file's size, which is only listed.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      severity: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number(), column: z.number() }).partial() })),
    }),
  ),
  number_of_files: z.number(),
});

const sizeRule = 'eslint(max-lines)';

const manifest = createRequire(import.meta.url).resolve('oxlint/package.json');
const program = path.join(path.dirname(manifest), 'bin', 'oxlint');
const { stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json', ...process.argv.slice(2)], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const parsed = reportSchema.safeParse(stdout.startsWith('{') ? JSON.parse(stdout) : null);
if (!parsed.success) {
  process.stderr.write(`oxlint did not run:\n${stdout}${stderr}\n`);
  process.exit(2);
}
const { diagnostics, number_of_files: files } = parsed.data;
const isListedOnly = (code: string | undefined): boolean => code === sizeRule;
for (const { code, message, filename, labels } of diagnostics) {
  const { line = 1, column = 1 } = labels[0]?.span ?? {};
  process.stdout.write(`${filename}:${line}:${column} ${isListedOnly(code) ? 'warning' : 'error'} ${message} [${code ?? '?'}]\n`);
}
const errors = diagnostics.filter(({ code }) => !isListedOnly(code)).length;
process.stdout.write(`${files} files, ${errors} errors, ${diagnostics.length - errors} warnings\n`);
process.exitCode = errors === 0 ? 0 : 1;
