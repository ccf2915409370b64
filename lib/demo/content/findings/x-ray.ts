import type { Study } from './study';

export const xRayStudies: readonly Study[] = [
  {
    name: 'Chest radiograph, PA',
    site: 'Chest',
    normal: ['The cardiac silhouette is of normal size.', 'Both costophrenic angles are sharp.', 'The diaphragm is smooth.', 'No focal consolidation.'],
    nothing: 'Normal chest radiograph.',
    lesions: [
      { finding: 'Increased markings in the {left|right} lower zone.', diagnosis: 'Bronchitis, {left|right} lower zone', advice: 'Clinical correlation; repeat film in {2|4} weeks.' },
      { finding: 'The aortic knuckle is prominent and calcified.', diagnosis: 'Aortic sclerosis' },
      { finding: 'The cardiothoracic ratio measures 0.{54-61}.', diagnosis: 'Cardiomegaly', advice: 'Echocardiography is advised.' },
    ],
  },
  {
    name: 'Wrist radiograph, two views',
    site: '{Left|Right} wrist',
    normal: ['Carpal alignment is normal.', 'Soft tissues are unremarkable.', 'Bone density is normal for age.'],
    nothing: 'No fracture or dislocation.',
    lesions: [
      { finding: 'A transverse fracture line crosses the distal radius with {1-4} mm displacement.', diagnosis: 'Fracture of the distal radius', advice: 'Cast immobilisation, film in {7|10} days.' },
      { finding: 'Joint space of the thumb base is narrowed with osteophytes.', diagnosis: 'Osteoarthritis of the thumb base' },
    ],
  },
  {
    name: 'Cervical spine, AP and lateral',
    site: 'Cervical spine',
    normal: ['Vertebral body height is preserved.', 'Prevertebral soft tissue is not widened.', 'The odontoid process is intact.'],
    nothing: 'No bony abnormality.',
    lesions: [
      { finding: 'The physiological curve is straightened.', diagnosis: 'Straightening of the cervical curve' },
      { finding: 'Disc space {C4/5|C5/6|C6/7} is narrowed with anterior osteophytes.', diagnosis: 'Cervical spondylosis {C4/5|C5/6|C6/7}', advice: 'Neck exercises; MRI if neurological signs.' },
    ],
  },
];
