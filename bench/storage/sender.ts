/**
 * Usage: node --import tsx bench/storage/sender.ts URL KEY FILE SHA256     (the bench starts it)
 * Sends one file as a GPU worker does; the token is in WORKER_TOKEN.
 */
import { openRemoteStorage } from '@/lib/server/storage/remote/remote-storage';

const [url = '', key = '', file = '', sha256 = ''] = process.argv.slice(2);
await openRemoteStorage({ url, token: process.env['WORKER_TOKEN'] ?? '' }).writeFrom(key, file, sha256);
