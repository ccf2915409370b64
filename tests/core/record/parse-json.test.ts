import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '@/lib/core/record/parse-json';

describe('parseJson', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) as unknown });
      }),
    );
  });

  it.each(['NaN', '[Infinity]', '{"a": -Infinity}', "{'a': 1}", '[1,]', '01', '{"a" 1}', ''])('refuses %s', (text) => {
    expect(parseJson(text)).toEqual({ ok: false, message: 'not JSON' });
  });

  it('refuses a number beyond a double wherever it stands, and reads it inside a text', () => {
    for (const text of ['1e999', '[-1E400]', '{"a": 1e999, "a": 1}', '9'.repeat(400)]) expect(parseJson(text).ok).toBe(false);
    for (const text of ['1e-999', '1.7e308', '"1e999"', '"\\"1e999"', '["a\\\\", "1e999"]']) expect(parseJson(text).ok).toBe(true);
  });

  it('never quotes the text in its message', () => {
    expect(JSON.stringify(parseJson('{"name": "Ann Lee'))).not.toContain('Ann');
  });

  it('refuses nesting beyond 500 levels and passes over brackets in texts', () => {
    expect(parseJson(`${'['.repeat(500)}${']'.repeat(500)}`).ok).toBe(true);
    expect(parseJson(`${'['.repeat(501)}${']'.repeat(501)}`).ok).toBe(false);
    expect(parseJson(JSON.stringify({ a: '["'.repeat(600) })).ok).toBe(true);
  });
});
