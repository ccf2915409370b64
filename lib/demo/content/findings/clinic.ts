/** A complaint as it comes to a clinic, with its treatment. Slots as in `fill`. */
export interface Complaint {
  readonly department: string;
  readonly history: string;
  readonly status: string;
  readonly diagnosis: string;
  readonly advice: string;
  readonly drugs: readonly string[];
}

export const complaints: readonly Complaint[] = [
  { department: 'Cardiology', history: 'Pressure on the chest on climbing stairs for {2-8} weeks, relieved by rest.', status: 'BP {138-172}/{84-98} mmHg, heart rhythm regular, no oedema.', diagnosis: 'Essential hypertension', advice: 'Low salt diet, blood pressure diary, review in {2|4} weeks.', drugs: ['Amlodipine 5 mg, 1 tablet in the morning', 'Atorvastatin 20 mg, 1 tablet at night', 'Aspirin 100 mg, 1 tablet daily'] },
  { department: 'Respiratory', history: 'Cough with yellow sputum and fever for {3-6} days.', status: 'Temperature {37.9-38.8} C, moist rales at the {left|right} base.', diagnosis: 'Acute bronchitis', advice: 'Rest, fluids, chest film if fever persists.', drugs: ['Amoxicillin 500 mg, 1 capsule three times daily', 'Ambroxol 30 mg, 1 tablet twice daily', 'Paracetamol 500 mg, when needed'] },
  { department: 'Gastroenterology', history: 'Burning pain in the upper abdomen after meals for {2-6} months.', status: 'Abdomen soft, tender in the epigastrium, no guarding.', diagnosis: 'Chronic gastritis', advice: 'Small meals, no alcohol, gastroscopy if no relief.', drugs: ['Omeprazole 20 mg, 1 capsule before breakfast', 'Domperidone 10 mg, 1 tablet before meals', 'Sucralfate 1 g, twice daily'] },
  { department: 'Endocrinology', history: 'Thirst and weight loss of {3-7} kg in {2|3} months.', status: 'BMI {26.0-31.9}, feet warm, sensation intact.', diagnosis: 'Type 2 diabetes mellitus', advice: 'Dietary advice, home glucose checks, eye clinic.', drugs: ['Metformin 850 mg, 1 tablet twice daily', 'Gliclazide 60 mg, 1 tablet at breakfast', 'Rosuvastatin 10 mg, 1 tablet at night'] },
  { department: 'Orthopaedics', history: 'Low back pain going down the {left|right} leg for {2-9} weeks.', status: 'Straight leg raising positive at {40|50|60} degrees on the {left|right}.', diagnosis: 'Lumbar disc herniation', advice: 'Avoid lifting, physiotherapy twice a week.', drugs: ['Ibuprofen 400 mg, 1 tablet three times daily', 'Eperisone 50 mg, 1 tablet twice daily', 'Mecobalamin 0.5 mg, three times daily'] },
  { department: 'Dermatology', history: 'Itching rash on both forearms for {1-3} weeks.', status: 'Erythematous papules with scaling, no vesicles.', diagnosis: 'Contact dermatitis', advice: 'Avoid detergents, moisturise twice daily.', drugs: ['Cetirizine 10 mg, 1 tablet at night', 'Mometasone cream 0.1 %, thin layer once daily'] },
  { department: 'Neurology', history: 'Throbbing headache with nausea, {2-5} attacks a month.', status: 'No neurological deficit, neck supple.', diagnosis: 'Migraine without aura', advice: 'Headache diary, regular sleep, review in {6|8} weeks.', drugs: ['Sumatriptan 50 mg, 1 tablet at onset', 'Propranolol 40 mg, 1 tablet twice daily'] },
  { department: 'Urology', history: 'Frequent painful urination for {2-5} days.', status: 'No flank pain, bladder region slightly tender.', diagnosis: 'Lower urinary tract infection', advice: 'Drink 2 litres a day, urine culture in {1|2} weeks.', drugs: ['Nitrofurantoin 100 mg, 1 capsule twice daily', 'Phenazopyridine 200 mg, three times daily'] },
  { department: 'Family Medicine', history: 'Sore throat and poor appetite for {2-4} days.', status: 'Tonsils red and enlarged, ears clear.', diagnosis: 'Acute tonsillitis', advice: 'Soft food, review if fever exceeds 39 C.', drugs: ['Cefuroxime 250 mg, 1 tablet twice daily', 'Ibuprofen syrup, 10 ml when needed'] },
];

export interface Conclusion {
  /** The result it follows from when that is high; without one it may always be said. */
  readonly code?: string;
  readonly diagnosis: string;
  readonly advice: string;
}

export const noConclusion: Conclusion = { diagnosis: 'No abnormality found', advice: 'Next check in 12 months.' };

/** Closing words of a health check. */
export const checkConclusions: readonly Conclusion[] = [
  { code: 'BMI', diagnosis: 'Overweight', advice: 'Exercise 150 minutes a week.' },
  { code: 'SBP', diagnosis: 'Raised blood pressure', advice: 'Repeat measurement in 2 weeks.' },
  { code: 'GLU', diagnosis: 'Borderline blood sugar', advice: 'Fasting glucose in 3 months.' },
  { code: 'LDL-C', diagnosis: 'Raised LDL cholesterol', advice: 'Less animal fat, control in 6 months.' },
  { diagnosis: 'Reduced hearing', advice: 'Audiometry is advised.' },
  { diagnosis: 'Dental caries', advice: 'See a dentist.' },
];

/** What is remarked on a report, and belongs in no other key. */
export const sampleRemarks: readonly string[] = [
  'Specimen slightly haemolysed', 'Specimen lipaemic', 'Patient was fasting', 'Result checked twice', 'Sample received late', 'Small sample volume',
];
export const imagingRemarks: readonly string[] = [
  'Compared with previous images', 'Breath hold was limited', 'Image quality reduced by motion', 'Images stored on disc', 'Performed at the bedside',
];
/** Scribbles of nobody's interest. */
export const scribbles: readonly string[] = ['seen, ok', 'file', 'copy to GP', 'phoned 3 pm', 'for Mrs R.', 'room 4', 'discussed', 'urgent!'];
