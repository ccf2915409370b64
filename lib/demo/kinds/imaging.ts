import type { Random } from '@/lib/core/random';
import { chance } from '../content/chance';
import { fill } from '../content/fill';
import { imagingRemarks } from '../content/findings/clinic';
import { describe } from '../content/findings/study';
import type { Study } from '../content/findings/study';
import { drawDoctor } from '../content/people';
import type { ReportText } from '../content/report';

/** The text of any report that describes one study of one site. */
export function writeStudy(
  random: Random,
  studies: readonly Study[],
  departments: readonly string[],
): ReportText {
  const study = random.pick(studies);
  return {
    name: study.name,
    site: fill(random, study.site, new Map()),
    department: random.pick(departments),
    ...describe(random, study),
    ...(chance(random, 0.35) ? { others: random.pick(imagingRemarks) } : {}),
    aside: [['Referred by', drawDoctor(random)]],
  };
}
