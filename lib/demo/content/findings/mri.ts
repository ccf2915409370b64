import type { Study } from './study';

export const mriStudies: readonly Study[] = [
  {
    name: 'MRI lumbar spine',
    site: 'Lumbar spine',
    normal: ['Vertebral body height is preserved.', 'The conus ends at L1 and shows normal signal.', 'Paraspinal soft tissue is unremarkable.', 'Lumbar lordosis is maintained.'],
    nothing: 'No disc herniation or canal stenosis.',
    lesions: [
      { finding: 'The {L3/4|L4/5|L5/S1} disc shows reduced T2 signal and protrudes {3-7} mm to the {left|right}.', diagnosis: 'Disc protrusion {L3/4|L4/5|L5/S1}, {left|right}', advice: 'Physiotherapy; spine clinic if pain persists.' },
      { finding: 'Facet joints at {L4/5|L5/S1} are hypertrophic.', diagnosis: 'Facet arthropathy {L4/5|L5/S1}' },
      { finding: 'A haemangioma of {6-15} mm is seen in {L1|L2|L3}.', diagnosis: 'Vertebral haemangioma of {L1|L2|L3}' },
    ],
  },
  {
    name: 'MRI brain, plain and diffusion',
    site: 'Brain',
    normal: ['No restricted diffusion.', 'Flow voids of the major vessels are preserved.', 'The pituitary gland is of normal size.', 'Ventricles and sulci are age appropriate.'],
    nothing: 'Normal MRI of the brain.',
    lesions: [
      { finding: 'Punctate T2 hyperintense foci in the white matter of both frontal lobes.', diagnosis: 'White matter changes, Fazekas grade {1|2}', advice: 'Control of vascular risk factors.' },
      { finding: 'An arachnoid cyst of {11-28} mm in the {left|right} temporal fossa.', diagnosis: 'Arachnoid cyst, {left|right} temporal', advice: 'Follow-up MRI in 12 months.' },
    ],
  },
  {
    name: 'MRI knee joint',
    site: '{Left|Right} knee',
    normal: ['Cruciate ligaments are continuous with normal signal.', 'Collateral ligaments are intact.', 'Patellar cartilage is preserved.', 'No bone marrow oedema.'],
    nothing: 'No internal derangement of the knee.',
    lesions: [
      { finding: 'Linear high signal reaches the surface of the {medial|lateral} meniscus.', diagnosis: 'Tear of the {medial|lateral} meniscus, grade 3', advice: 'Orthopaedic review for arthroscopy.' },
      { finding: 'A joint effusion of {5-14} mm depth is present.', diagnosis: 'Joint effusion', advice: 'Rest and review in {2|4} weeks.' },
    ],
  },
];
