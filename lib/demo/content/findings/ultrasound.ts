import type { Study } from './study';

export const ultrasoundStudies: readonly Study[] = [
  {
    name: 'Abdominal ultrasound',
    site: 'Liver, gallbladder, spleen, kidneys',
    normal: ['The common bile duct measures {3-6} mm.', 'Spleen thickness {28-38} mm, homogeneous.', 'Both kidneys are of normal size without hydronephrosis.', 'The pancreas is partly covered by gas.'],
    nothing: 'No sonographic abnormality.',
    lesions: [
      { finding: 'Liver echogenicity is increased with distal attenuation.', diagnosis: 'Fatty liver', advice: 'Diet, exercise, control in 6 months.' },
      { finding: 'Several mobile echoes with shadowing in the gallbladder, the largest {5-14} mm.', diagnosis: 'Gallstones', advice: 'Surgical review if symptomatic.' },
      { finding: 'A polyp of {3-7} mm is attached to the gallbladder wall.', diagnosis: 'Gallbladder polyp', advice: 'Control in {6|12} months.' },
      { finding: 'An anechoic area of {9-31} mm in the {left|right} kidney.', diagnosis: 'Cyst of the {left|right} kidney' },
    ],
  },
  {
    name: 'Thyroid ultrasound',
    site: 'Thyroid gland',
    normal: ['Both lobes are of normal size.', 'The isthmus measures {2-4} mm.', 'No enlarged cervical lymph nodes.', 'Blood flow is not increased.'],
    nothing: 'Normal thyroid gland.',
    lesions: [
      { finding: 'A hypoechoic nodule of {4-13} mm with clear margin in the {left|right} lobe.', diagnosis: 'Nodule of the {left|right} lobe, TI-RADS {2|3|4}', advice: 'Repeat ultrasound in {6|12} months.' },
      { finding: 'The echo pattern is diffusely coarse.', diagnosis: 'Diffuse thyroid disease', advice: 'Thyroid function tests.' },
    ],
  },
  {
    name: 'Echocardiography',
    site: 'Heart',
    normal: ['Left ventricular ejection fraction is {56-68} %.', 'No pericardial effusion.', 'Valve morphology is normal.', 'Left atrial diameter is {30-38} mm.'],
    nothing: 'Normal cardiac structure and function.',
    lesions: [
      { finding: 'The interventricular septum measures {12-14} mm.', diagnosis: 'Left ventricular hypertrophy', advice: 'Blood pressure control.' },
      { finding: 'A central regurgitant jet is seen at the {mitral|tricuspid} valve.', diagnosis: '{Mild|Moderate} {mitral|tricuspid} regurgitation' },
    ],
  },
];
