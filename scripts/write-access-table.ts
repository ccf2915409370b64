/**
 * Usage: npm run access-table     writes docs/access.md from the use cases
 */
import { writeFile } from 'node:fs/promises';
import { collectUseCases, writeAccessTable } from './access-table';

const useCases = await collectUseCases();
await writeFile('docs/access.md', writeAccessTable(useCases));
process.stdout.write(`docs/access.md: ${useCases.size} use cases\n`);
