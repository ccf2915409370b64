import { describe, expect, it } from 'vitest';
import { pictureSizeFor } from '@/lib/core/geometry/picture-size';

const scan = { width: 2480, height: 3508 };

describe('the picture that a view needs', () => {
  it('is the smallest that is sharp at its zoom, on fine screens too', () => {
    expect(pictureSizeFor(scan, 0.2, 1)).toBe(1000);
    expect(pictureSizeFor(scan, 0.2, 2)).toBe(2000);
    expect(pictureSizeFor(scan, 0.5, 1)).toBe(2000);
    expect(pictureSizeFor(scan, 1, 1)).toBe('full');
  });

  it('is the page itself where that is no larger than the copy would be', () => {
    expect(pictureSizeFor({ width: 600, height: 400 }, 0.1, 1)).toBe('full');
    expect(pictureSizeFor({ width: 1240, height: 1754 }, 1, 1)).toBe('full');
  });
});
