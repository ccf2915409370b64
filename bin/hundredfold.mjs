#!/usr/bin/env node
/** `npx hundredfold …`: makes the clone ready where it is not, then runs scripts/hundredfold.ts. */
import { fileURLToPath } from 'node:url';

const bootstrap = new URL('../scripts/bootstrap.mjs', import.meta.url);
process.argv.splice(1, 1, fileURLToPath(bootstrap), 'hundredfold');
await import(bootstrap.href);
