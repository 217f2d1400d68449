import type {Picture, Programme, Project} from './records.js';
import type {Text} from './text.js';

/** Statement of a programme's support, with its emblem. */
export interface FundingStatement {
  readonly text: Text | undefined;
  /** Emblem of the programme. */
  readonly logo: Picture | undefined;
  /** True if the emblem of the European Union belongs to the statement, for one without an emblem of its own. */
  readonly isEuropean: boolean;
}

/** Statement that Regulation (EU) 2021/1060, annex IX, asks for, beside the emblem. */
export const EU_STATEMENT: Readonly<Record<string, string>> = {
  fr: 'Cofinancé par l’Union européenne',
  nl: 'Medegefinancierd door de Europese Unie',
  en: 'Co-funded by the European Union',
  de: 'Kofinanziert von der Europäischen Union',
};

/** European Regional Development Fund and European Social Fund, in the languages of the platform. */
const EU_FUND = /^\s*(?:feder|efro|erdf|efre|fse|esf)\b/i;

/** True if a programme is one of the European Union: an Interreg programme, or one with a fund of the Union. */
const isEuropean = ({generation, fund}: Programme): boolean =>
  !!generation || EU_FUND.test(fund?.name ?? '');

/** True if the rules of the period 2021–2027 apply to a programme: by its generation, or else by its first year. */
export const isOfPeriod2021 = ({generation, period}: Programme): boolean =>
  generation ? generation === 'VI' : /^202[1-7]/.test(period?.start ?? '');

/** True if a budget has a share of the Union. */
export const hasEuBudget = ({budget}: Pick<Project, 'budget'>): boolean =>
  !!budget?.eu || !!budget?.rate;

/**
 * Returns the funding statements of the programmes of some projects, each once. Without any, the statement of the
 * Regulation for projects of a European programme of 2021–2027, or with a budget of the Union.
 */
export function fundingStatements(
  programmes: Iterable<Programme>,
  projects: Iterable<Pick<Project, 'budget'>> = [],
): readonly FundingStatement[] {
  const statements = new Map<string, FundingStatement>();
  let isDue = false;
  for (const programme of programmes) {
    const {text, logo} = programme.funding ?? {};
    const european = isEuropean(programme);
    isDue ||= european && isOfPeriod2021(programme);
    if (text ?? logo) statements.set(fundingKey({text, logo}), {text, logo, isEuropean: european});
  }
  if (statements.size > 0) return [...statements.values()];
  for (const project of projects) isDue ||= hasEuBudget(project);
  return isDue ? [{text: EU_STATEMENT, logo: undefined, isEuropean: true}] : [];
}

/** Returns the same key for the same statement. */
export const fundingKey = ({text, logo}: Pick<FundingStatement, 'text' | 'logo'>): string =>
  JSON.stringify([text, logo?.src]);
