import pino from 'pino';
import { env } from '../env/env';

/**
 * Structured logs to standard error. Ids and counts only: what a document says
 * never goes into a log line (invariant 11).
 */
let logger: pino.Logger | undefined;

export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: { pid: process.pid } }, pino.destination(2));
  return logger;
}
