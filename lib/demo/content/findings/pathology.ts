import type { Study } from './study';

export const pathologyStudies: readonly Study[] = [
  {
    name: 'Biopsy, gastric antrum',
    site: 'Gastric antrum',
    normal: ['No dysplasia is seen.', 'Stains for H. pylori are {negative|positive}.', 'The muscularis mucosae is intact.'],
    nothing: 'Gastric mucosa without notable change.',
    lesions: [
      { finding: 'Gross: {2|3|4} grey-white fragments, the largest {2-5} mm. Microscopy: chronic inflammation of the lamina propria with goblet cells.', diagnosis: 'Chronic gastritis with intestinal metaplasia', advice: 'Endoscopic control in 12 months.' },
      { finding: 'Gross: {2|3} pale fragments of {2-4} mm. Microscopy: dense lymphocytes and neutrophils in the glands.', diagnosis: 'Chronic active gastritis, {mild|moderate}', advice: 'H. pylori eradication is advised.' },
    ],
  },
  {
    name: 'Polypectomy specimen, colon',
    site: 'Sigmoid colon',
    normal: ['The resection margin is free.', 'No invasion of the stalk.', 'Background mucosa is unremarkable.'],
    nothing: 'Colonic mucosa, no neoplasia.',
    lesions: [
      { finding: 'Gross: polyp of {6-15} x {5-9} mm. Microscopy: tubular glands with elongated nuclei.', diagnosis: 'Tubular adenoma, low grade dysplasia', advice: 'Colonoscopy in {1|3} years.' },
      { finding: 'Gross: sessile polyp of {4-7} mm. Microscopy: serrated crypts without atypia.', diagnosis: 'Hyperplastic polyp' },
    ],
  },
  {
    name: 'Skin excision',
    site: '{Left|Right} {forearm|shoulder|cheek}',
    normal: ['Lateral margins are clear by {2-5} mm.', 'No lymphovascular invasion.', 'Solar elastosis in the dermis.'],
    nothing: 'Benign skin without atypia.',
    lesions: [
      { finding: 'Gross: skin ellipse {12-24} x {7-11} mm with a pearly nodule. Microscopy: basaloid nests with peripheral palisading.', diagnosis: 'Basal cell carcinoma, nodular, pT1', advice: 'Dermatology follow-up.' },
      { finding: 'Gross: brown papule of {4-8} mm. Microscopy: nests of bland melanocytes in the dermis.', diagnosis: 'Intradermal naevus' },
    ],
  },
];
