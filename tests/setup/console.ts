import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A test that makes the code complain on the console fails, unless it expects just that. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls.map((parts) => parts.map(String).join(' '));
  vi.mocked(console.error).mockRestore();
  expect(complaints, 'console.error was called').toEqual([]);
});
