/** Loaded before a program: tells at its end how much memory it held at most, in KiB. */
import { readFileSync } from 'node:fs';

/** A process begins with the peak of the one that made it; the kernel's own count of this program's memory does not. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => process.stderr.write(`peak ${peak()}\n`));
