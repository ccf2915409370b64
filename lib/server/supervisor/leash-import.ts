/** What `node --import` takes, from the project's folder; see `leash.mjs`. */
export const leashImport = './lib/server/supervisor/leash.mjs';
