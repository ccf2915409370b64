import type { Study } from './study';

export const endoscopyStudies: readonly Study[] = [
  {
    name: 'Gastroscopy',
    site: 'Oesophagus, stomach, duodenum',
    normal: ['The oesophageal mucosa is smooth, Z line at {38-41} cm.', 'The cardia closes well.', 'The pylorus is round and open.', 'Duodenal bulb without ulceration.'],
    nothing: 'Normal upper endoscopy.',
    lesions: [
      { finding: 'Mucosa of the antrum is patchy red with flat erosions.', diagnosis: 'Erosive gastritis of the antrum', advice: 'Proton pump inhibitor for {4|8} weeks.' },
      { finding: 'An ulcer of {5-12} mm with white base in the duodenal bulb.', diagnosis: 'Duodenal ulcer, stage {A1|A2|H1}', advice: 'Eradication if H. pylori is positive.' },
      { finding: 'A sessile polyp of {3-8} mm in the gastric body, removed with forceps.', diagnosis: 'Polyp of the gastric body', advice: 'Await histology.' },
      { finding: 'Mucosal breaks below 5 mm above the Z line.', diagnosis: 'Reflux oesophagitis, LA grade A' },
    ],
  },
  {
    name: 'Colonoscopy',
    site: 'Colon and terminal ileum',
    normal: ['Bowel preparation was good, Boston score {7|8|9}.', 'The ileocaecal valve is lip shaped.', 'The terminal ileum is normal over {5-15} cm.', 'Vessel pattern is clear.'],
    nothing: 'Normal colonoscopy to the terminal ileum.',
    lesions: [
      { finding: 'A pedunculated polyp of {6-15} mm at {18-45} cm, resected by snare.', diagnosis: 'Colonic polyp, resected', advice: 'Control colonoscopy in {1|3} years.' },
      { finding: 'Several diverticula without inflammation in the sigmoid.', diagnosis: 'Sigmoid diverticulosis', advice: 'High fibre diet.' },
      { finding: 'Internal haemorrhoids at the anal verge.', diagnosis: 'Haemorrhoids, grade {I|II}' },
    ],
  },
];
