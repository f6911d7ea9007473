/**
 * Words of compliance ("I have to") by language, as editable data: our own lists (OURS), which a vault extends or shortens
 * by `compliance_words`. S0 and S2 set commitment against compliance and fear; which words carry it no source lists.
 * Measured on labelled prose: docs/language-rules.md.
 */
import { chooseWords } from './own-words.js';
import { PhraseMatcher } from './phrase-matcher.js';

/** People who are told: "guests must feel safe" tells nobody off. */
const PEOPLE = [
  'staff', 'employee', 'colleague', 'agent', 'manager', 'supervisor', 'team member', 'staff member', 'team', 'clerk', 'cashier', 'host', 'crew', 'branch', 'branches', 'store', 'shop', 'department', 'franchisee',
  'technician', 'seller', 'receptionist', 'apprentice', 'trainee', 'driver', 'nurse', 'doctor', 'teacher', 'waiter', 'advisor', 'adviser', 'consultant', 'assistant', 'engineer', 'worker', 'everyone', 'everybody',
  'team leader', 'all leaders', 'head of unit', 'unit',
];
const ORDERS = [
  'must', 'shall', 'is required to', 'are required to', 'will be required to', 'is obliged to', 'are obliged to', 'is instructed to', 'are instructed to', 'have been instructed to', 'has been instructed to',
];
const INSISTENCE = ['expect', 'demand', 'require', 'insist on'];
const GERMAN_PEOPLE = ['mitarbeiter', 'mitarbeitende', 'mitarbeitenden', 'teams', 'filialen', 'filialleiter', 'führungskräfte', 'kollegen', 'berater', 'verkäufer'];
const GERMAN_PERSON = ['jeder mitarbeiter', 'jede mitarbeiterin', 'jedes team', 'jede filiale', 'jeder filialleiter', 'jede führungskraft', 'jeder berater', 'jeder verkäufer'];
const FRENCH_PEOPLE = ['collaborateurs', 'salariés', 'employés', 'équipes', 'vendeurs', 'managers', 'agences', 'conseillers', 'agents'];
const SPANISH_PEOPLE = ['empleados', 'equipos', 'tiendas', 'agentes', 'vendedores', 'trabajadores', 'responsables'];

const COMPLIANCE_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'must comply', 'shall comply', 'has to comply', 'have to comply', 'failure to comply', 'expected to comply', 'required to comply', 'obliged to comply', 'will monitor compliance', 'shall monitor compliance', 'demonstrate compliance',
    ...INSISTENCE.flatMap((insist) => ['compliance', 'adherence', 'obedience'].map((what) => `${insist} … ${what}`)), 'is a condition of employment',
    'must adhere', 'shall adhere', 'has to adhere', 'have to adhere', 'required to adhere', 'expected to adhere', 'obliged to adhere', 'strict adherence', 'full adherence', 'strictly adhere', 'strict observance',
    'is mandatory', 'are mandatory', 'mandatory for', 'mandatory attendance', 'mandatory participation', 'is compulsory', 'are compulsory', 'compulsory for', 'is obligatory', 'are obligatory',
    'you are required to', 'will be disciplined', 'face … disciplinary', 'lead to … disciplinary', 'result in … disciplinary', 'subject to disciplinary', 'disciplinary consequence', 'disciplinary measure', 'will be punished',
    'will be sanctioned', 'face … sanction', 'face … consequence', 'will be enforced', 'is non negotiable', 'are non negotiable', 'not negotiable', 'zero tolerance', 'no exceptions', 'not optional',
    'receive a written warning', 'given a written warning', 'will be held accountable', 'will be held to account', 'are held accountable', 'is binding for', 'is binding on', 'are binding for', 'are binding on',
    'rules are rules', 'you must comply', 'you must achieve', 'you must follow', 'you must attend', 'everyone has to', 'everybody has to', 'has to be followed', 'is to be followed', 'without deviation',
    ...PEOPLE.flatMap((people) => ORDERS.map((order) => `${people} ${order}`)),
  ],
  de: [
    'verpflichtend', 'ist verpflichtet', 'sind verpflichtet', 'werden verpflichtet', 'ist pflicht', 'sind pflicht', 'pflicht für', 'pflichtschulung', 'zwingend … einhalten', 'zwingend … einzuhalten',
    'zwingend vorgeschrieben', 'keine ausnahme', 'keine ausnahmen', 'ausnahmen … nicht', 'ausnahmslos', 'strikt … einhalten', 'strikt einzuhalten', 'vorgaben … einhalten', 'vorgaben … einhält',
    'einhaltung … kontrollier*', 'nichteinhaltung', 'zuwiderhandlung', 'zuwiderhandlungen', 'geahndet', 'verstoß gegen', 'verstöße gegen', 'disziplinarisch*', 'abmahnung', 'nicht verhandelbar', 'mit konsequenzen',
    'verbindlich für',
    ...GERMAN_PEOPLE.map((people) => `${people} müssen`),
    ...GERMAN_PERSON.map((person) => `${person} muss`),
  ],
  fr: [
    'est obligatoire', 'sont obligatoires', 'obligatoire pour', 'présence obligatoire', 'participation obligatoire', 'se conformer', 'respecter … à la lettre', 'appliquer … à la lettre', 'suivre … à la lettre', 'sanctionné', 'tout manquement',
    'aucune exception', 'aucune dérogation', 'non négociable', 'pas négociable', 'impérativement', 'tolérance zéro',
    ...FRENCH_PEOPLE.flatMap((people) => ['doivent', 'sont tenus de', 'sont tenues de', 'sont obligés', 'sont obligées'].map((order) => `${people} ${order}`)),
  ],
  es: [
    'es obligatorio', 'es obligatoria', 'son obligatorios', 'son obligatorias', 'obligatorio para', 'obligatoria para', 'asistencia obligatoria', 'participación obligatoria', 'obligado cumplimiento', 'incumplimiento … tendrá', 'incumplimiento … será',
    'deben cumplir', 'debe cumplir', 'no se admit* excepciones', 'no habrá excepciones', 'sin excepciones', 'tolerancia cero', 'no son negociables', 'no es negociable', 'sancionado', 'sancionada', 'habrá sanciones',
    'medidas disciplinarias', 'consecuencias disciplinarias', 'cumplir estrictamente',
    ...SPANISH_PEOPLE.flatMap((people) => ['deben', 'están obligados', 'están obligadas', 'tienen que'].map((order) => `${people} ${order}`)),
  ],
};

/** Languages with built-in words. */
export const COMPLIANCE_LANGUAGES: readonly string[] = Object.keys(COMPLIANCE_WORDS);

/** The built-in words of a language; none where there are none. */
export function complianceWordsOf(language: string): readonly string[] {
  return COMPLIANCE_WORDS[language] ?? [];
}

/** Words of one's own by language, with a leading hyphen to leave built-in ones of that language out. */
export type OwnComplianceWords = Readonly<Record<string, readonly string[]>>;

/** Looks for the words of all languages: a vault writes in several, and a word of one means nothing in the others. */
export function buildComplianceMatcher(own: OwnComplianceWords): PhraseMatcher {
  const languages = new Set([...COMPLIANCE_LANGUAGES, ...Object.keys(own)]);
  return new PhraseMatcher([...languages].flatMap((language) => chooseWords(complianceWordsOf(language), own[language] ?? [])));
}

/** Shortly before a word of the list they deny it. */
export const COMPLIANCE_DENIALS: ReadonlySet<string> = new Set(
  'not never t no nobody none neither nor cannot without stop stopped stopping nothing instead rather less unless some nicht nie niemals niemand kein keine keinen ohne statt anstatt pas jamais personne sans plutôt no nunca jamás nadie sin lugar vez'.split(' '),
);

/** Behind an order they make it none: a state, a feeling, something to know. */
export const NO_ORDERS: ReadonlySet<string> = new Set('be have feel hold know see understand want not never always have been find get also sich être avoir pouvoir poder ser tener'.split(' '));

/** Right before an order they make it a case that may arise, or the name of something: "if you are required to travel". */
export const CONDITIONS: ReadonlySet<string> = new Set('if when whenever whether where that which what things hours wenn falls ob si lorsque quand cuando'.split(' '));

/** In a sentence with one of these, people do have to: by law, for safety, by contract, for what money is spent on, or because a program asks for it. Or it tells of how things are or were. */
export const DUE_CONTEXT = new PhraseMatcher([
  'law', 'legal*', 'statut*', 'regulat*', 'licence', 'license', 'licensed', 'licensing', 'safety', 'hygien*', 'gdpr', 'data protection', 'personal data', 'privacy', 'insurance', 'insurer', 'vehicle', 'tax', 'taxes',
  'contract*', 'supplier', 'tenant', 'lease', 'landlord', 'parties', 'carrier', 'annex', 'fire', 'helmet', 'seat belt', 'certificate', 'certified', 'security', 'court', 'police', 'liability', 'construction site',
  'building site', 'works council', 'union', 'candidate', 'applicant', 'food', 'medicine', 'medication', 'emergency', 'accounting', 'invoice', 'field', 'login', 'password', 'compliance officer',
  'compliance department', 'compliance team', 'volunteer', 'harassment', 'bullying', 'violence', 'discrimination', 'fraud', 'money laundering', 'inspection', 'were found',
  'criminal', 'offence', 'misconduct', 'code of conduct', 'dismissal', 'termination', 'this policy', 'this code', 'grievance', 'retaliat*', 'certification', 'vendor', 'outsourc*', 'whistleblow*', 'confidential*', 'conflict of interest', 'equality', 'government', 'federal', 'pandemic', 'illness',
  'approval', 'approve', 'expense', 'reimburs*', 'procurement', 'timesheet', 'payroll', 'visa',
  'api', 'css', 'https', 'git', 'github', 'software', 'codebase', 'source code', 'pull request', 'repository', 'server', 'network', 'authentication', 'mfa', '2fa', 'encryption', 'accessibility', 'style guide',
  'today', 'currently', 'often', 'sometimes', 'still', 'at present', 'so far', 'until now', 'old', 'used to', 'no longer', 'any more', 'anymore', 'was dropped', 'were dropped', 'abolish*',
  'dsgvo', 'datenschutz*', 'gesetz*', 'hygiene*', 'lieferant*', 'führerschein*', 'helm*', 'baustelle*', 'sicherheits*', 'brandschutz*', 'vertrag*', 'arbeitsschutz*', 'heute', 'bisher', 'früher', 'bislang',
  'casque', 'chantier', 'hygiène', 'rgpd', 'assurance', 'fournisseur', 'loi', 'sécurité', 'contrat', 'véhicule', 'champ', 'aujourd hui', 'légal*', 'authentification', 'accessibilité',
  'casco', 'obra', 'higiene', 'seguro', 'ley', 'protección de datos', 'proveedor', 'contrato', 'seguridad', 'vehículo', 'campo', 'hoy', 'legal*', 'autenticación', 'hasta ahora',
]);
