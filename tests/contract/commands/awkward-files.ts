import { createRandom, type Random } from '@/lib/core/random';

const json = (value: unknown): string => JSON.stringify(value);

/** Bytes that may stand in a JSON string, many of them no UTF-8. */
function randomBytes(random: Random): Buffer {
  const starts = [[0x61], [0xc3], [0xe2, 0x82], [0xed, 0xa0], [0xf0, 0x9f, 0x98], [0xf4, 0x90], [0xc0, 0xaf], [0xf8], [0xef, 0xbf]];
  const pieces = Array.from({ length: 1 + random.int(6) }, () =>
    random.int(2) ? random.pick(starts) : [0x80 + random.int(128)],
  );
  return Buffer.from(pieces.flat());
}

const asRecord = (id: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`{"id":${json(id)},"record":{"bytes":"`), bytes, Buffer.from('"}}')]);

const oddIds = ['', '0', '2', '\u0000', '\ud83d', '\ude00', '😀', 'e\u0301', 'é', '\u2028', 'a\tb', '__proto__', 'constructor'];

const oddRecords: readonly unknown[] = [
  { 2: 'b', 1: 'a', '01': 'c' },
  JSON.parse('{"__proto__":"a","constructor":{"name":"b"}}'),
  { rows: [{ item: 'HGB', result: '13.5' }, { item: 'WBC', result: 6.1 }, { item: '', result: null }] },
  { 'a\u001b[31m': 'red', 'b\nc': 'line', '\ud83d': 'half' },
  {},
  { deep: { deeper: [[['a'], 'b'], { c: ['d'] }] } },
];

export interface AwkwardFiles {
  readonly gold: Buffer;
  readonly predictions: Buffer;
  readonly completions: Buffer;
  /** How many lines of gold hold bytes that are no UTF-8. */
  readonly undecodable: number;
}

const joined = (lines: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(lines.flatMap((line, place) => [Buffer.from(place === 0 ? '' : '\n'), Buffer.from(line)]));

/** Everything that two readers of JSON lines may disagree on. The same files each time. */
export function awkwardFiles(): AwkwardFiles {
  const random = createRandom(20_260);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const bytes = Array.from({ length: 150 }, () => randomBytes(random));
  const records = oddIds.map((id, place) => ({ id, record: oddRecords[place % oddRecords.length] }));
  const deep = (levels: number): string => `{"id":"deep ${levels}","record":{"a":${'['.repeat(levels)}"x"${']'.repeat(levels)}}}`;
  const gold = [
    `\ufeff${json({ id: 'first', record: { a: '1' } })}\r`,
    '', ' \t\r', '\u00a0\ufeff', '\u0085',
    ...records.map(json),
    `\ufeff${json({ id: 'late mark', record: {} })}`,
    '{"id":"white",\r"record"\t:{"a":"x\u2028y\u0085z"}}',
    '{"id":"twice","id":"last","record":{"a":"1","a":"2"}}',
    '{"id":"beyond","record":{"a":1e999}}', '{"id":"constant","record":{"a":NaN}}', deep(497), deep(499),
    json({ id: 'first', record: { a: 'again' } }), json({ record: {} }), json({ id: 7, record: {} }), '[]', 'null', '{broken',
    json({ id: 'none' }), json({ id: 'list', record: [] }), json({ id: 'null', record: null }),
    json({ id: 'asked', record: { a: '1', b: '2' }, requested: ['a'] }), json({ id: 'asked wrong', record: {}, requested: 'a' }),
    ...bytes.map((part, place) => asRecord(`bytes ${place}`, part)),
    Buffer.concat([Buffer.from('{"id":"outside"'), Buffer.from([0xff]), Buffer.from(',"record":{}}')]),
    json({ id: 'last of all', record: { a: 'no new line after it' } }),
  ];
  const answers = random.shuffle<{ readonly id: string; readonly record?: unknown }>([
    ...records.map(({ id, record }, place) => ({ id, record: random.int(3) ? record : oddRecords[place % 3] })),
    ...bytes.map((part, place) => ({ id: `bytes ${place}`, record: { bytes: decoder.decode(part) } })),
    { id: 'asked', record: { a: '1', c: 'made up' } },
    { id: 'nobody', record: {} }, { id: 'list', record: {} }, { id: 'white', record: { a: 'x y z' } }, { id: 'white', record: {} },
    { id: 'last', record: { a: '2' } }, { id: 'late mark', record: 'no record' }, { id: 'last of all' },
  ]);
  const completion = ({ id, record }: (typeof answers)[number]): string => {
    const text = `<think>it is</think><answer>${json(record)}</answer>`;
    return json({ id, completion: random.pick([text, `${text} and so on`, json(record), '<answer>{</answer>', '']) });
  };
  return {
    gold: joined(gold),
    predictions: joined([...answers.map(json), '{"id":"first","record":{"a":"1"}', '{"id":"first","record":{"a":"1"}}\r', '']),
    completions: joined([...answers.map(completion), json({ id: 'first', completion: 7 })]),
    undecodable: bytes.length,
  };
}
