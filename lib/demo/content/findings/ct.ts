import type { Study } from './study';

export const ctStudies: readonly Study[] = [
  {
    name: 'CT chest, plain scan',
    site: 'Chest',
    normal: ['Both lungs are well expanded with clear markings.', 'No enlarged mediastinal lymph nodes.', 'No pleural effusion on either side.', 'Heart size is within normal limits.'],
    nothing: 'No significant abnormality of the chest.',
    lesions: [
      { finding: 'A solid nodule of {4-9} mm is seen in the {right upper|right lower|left upper|left lower} lobe with smooth margins.', diagnosis: 'Pulmonary nodule, {right upper|right lower|left upper|left lower} lobe', advice: 'Follow-up CT in {6|12} months.' },
      { finding: 'Patchy ground glass opacities are present in the {left|right} lower lobe.', diagnosis: 'Inflammation of the {left|right} lower lobe', advice: 'Review after anti-infective treatment.' },
      { finding: 'Thin-walled lucent areas are noted in both upper lobes.', diagnosis: 'Mild emphysema of both lungs' },
      { finding: 'Calcified plaques are visible along the coronary arteries.', diagnosis: 'Coronary artery calcification', advice: 'Cardiology review is suggested.' },
    ],
  },
  {
    name: 'CT abdomen with contrast',
    site: 'Upper abdomen',
    normal: ['The spleen and pancreas show normal shape and density.', 'No dilatation of the bile ducts.', 'Both adrenal glands are unremarkable.', 'No free fluid in the abdomen.'],
    nothing: 'No abnormality of the upper abdomen.',
    lesions: [
      { finding: 'A low density lesion of {8-26} mm without enhancement lies in the {left|right} lobe of the liver.', diagnosis: 'Simple cyst of the {left|right} lobe of the liver', advice: 'Ultrasound control in 12 months.' },
      { finding: 'The density of the liver is diffusely reduced.', diagnosis: 'Fatty liver, {mild|moderate}', advice: 'Weight control and lipid check.' },
      { finding: 'A calculus of {4-12} mm is seen in the {left|right} renal pelvis.', diagnosis: 'Stone of the {left|right} kidney', advice: 'Urology review and high fluid intake.' },
    ],
  },
  {
    name: 'CT head, non-contrast',
    site: 'Head',
    normal: ['The ventricles are of normal size and shape.', 'No shift of midline structures.', 'No intracranial haemorrhage.', 'The calvarium is intact.'],
    nothing: 'No acute intracranial abnormality.',
    lesions: [
      { finding: 'Small low density foci are seen in the {left|right} basal ganglia.', diagnosis: 'Lacunar infarction, {left|right} basal ganglia', advice: 'MRI with diffusion is suggested.' },
      { finding: 'Cerebral sulci are widened symmetrically.', diagnosis: 'Mild cerebral atrophy' },
      { finding: 'Mucosal thickening of {3-9} mm in the {left|right} maxillary sinus.', diagnosis: 'Maxillary sinusitis, {left|right}' },
    ],
  },
];
