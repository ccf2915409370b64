import type { Weighted } from './chance';

/** An invented house. The weight is how many of the documents come from it; with 0 none by chance. */
export interface Hospital extends Weighted {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly phone: string;
  readonly motto: string;
}

const hospital = (
  id: string,
  weight: number,
  name: string,
  street: string,
  phone: string,
  motto: string,
): Hospital => ({ id, weight, name, street, phone, motto });

export const hospitals: readonly Hospital[] = [
  hospital('larkmoor', 24, 'Larkmoor General Hospital', '14 Quarry Lane, Larkmoor LK2 8QT', 'Tel. 0555 210 4400', 'Care close to home'),
  hospital('st-orrin', 18, 'St Orrin University Hospital', '1 Campus Ring, Orrinford OR1 1AA', 'Phone +99 555 7100', 'Research, teaching, healing'),
  hospital('veldhaven', 14, 'Veldhaven Medical Centre', '220 Harbour Road, Veldhaven', 'Tel. (555) 018-2200', 'Member of the Coastal Health Group'),
  hospital('brackwater', 11, 'Brackwater District Hospital', 'Mill Street 7, 4410 Brackwater', 'Phone 0555 66 31 00', 'District Health Authority North'),
  hospital('aldermere', 9, 'Aldermere Clinic', '3 Rosehill Avenue, Aldermere', 'Tel. 555-0143', 'Diagnostics and day care'),
  hospital('northgate', 8, "Northgate People's Hospital", '88 Lantern Street, Northgate', 'Hotline 555 120 120', 'Grade A teaching hospital'),
  hospital('sorrel', 6, 'Sorrel Valley Laboratories', 'Unit 9, Tannery Park, Sorrel Valley', 'Client services 0555 900 118', 'Accredited medical laboratory'),
  hospital('quillon', 5, 'Quillon Memorial Infirmary', 'Abbey Square, Quillon QN4 2BB', 'Switchboard 0555 884 000', 'Founded by public subscription'),
  hospital('tresco', 3, 'Tresco Family Practice', '5 Bridge End, Tresco', 'Tel. 0555 71 22', 'Drs Merriday, Varga and partners'),
  // Out of domain: only where asked for by name.
  hospital('ravenscar', 0, 'Ravenscar Rehabilitation Hospital', 'Cliff Road 12, Ravenscar', 'Tel. 0555 340 900', 'Back on your feet'),
];

/** @throws RangeError for a house that there is not */
export function hospitalOf(id: string): Hospital {
  const found = hospitals.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no house ${id}`);
  return found;
}
