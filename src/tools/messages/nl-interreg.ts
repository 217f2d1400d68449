import type {interreg as french} from './fr-interreg.js';
import type {ToolMessages} from './tool-messages.js';

/** Dutch messages about the duties of a partner of an Interreg project. */
export const interreg: Pick<ToolMessages['diagnostics'], keyof typeof french> = {
  interregNoStatement: () =>
    'de vermelding van de steun ontbreekt: “Medegefinancierd door de Europese Unie”, voluit naast de vlag (Verordening (EU) 2021/1060, bijlage IX)',
  interregOtherLanguage: (language, statement) =>
    `de vermelding van de steun staat niet in de taal van de pagina (${language}): “${statement}” (Verordening (EU) 2021/1060, bijlage IX)`,
  interregNoEmblem: () =>
    'de vlag van de Europese Unie ontbreekt, of heeft geen alternatieve tekst die haar noemt (Verordening (EU) 2021/1060, bijlage IX)',
  interregPageNoAims: () =>
    'de pagina vermeldt de doelstellingen van het project niet (Verordening (EU) 2021/1059, artikel 36, lid 4)',
  interregPageNoResults: () =>
    'de pagina vermeldt de resultaten van het project niet (Verordening (EU) 2021/1059, artikel 36, lid 4)',
  interregNoDescription: project =>
    `${project}: geen korte beschrijving, veld description (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoAims: project =>
    `${project}: geen doelstellingen, veld aims (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoResults: project =>
    `${project}: geen resultaten, veld results (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoSupport: project =>
    `${project}: de financiële steun is niet vermeld, velden budget.eu of budget.rate (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoProgramme: project =>
    `${project}: het programma is onbekend, zodat zijn vermelding en logo niet kunnen worden getoond (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoPartners: project =>
    `${project}: geen projectleider en geen partners (informatie over de concrete actie: Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregNoProject: () => 'geen project van een programma van 2021–2027 in deze gegevens',
  interregUnreadable: () => 'geen pagina en geen JSON-bestand van een portaal',
  interregStatementFound: () =>
    'de vermelding van de steun is aanwezig, of wordt door een widget getoond',
  interregWidget: () => 'een widget toont de vermelding en de vlag van elk gesteund project',
  interregStatementInAlt: () =>
    'de vermelding staat alleen in de alternatieve tekst van een afbeelding: ga na of ze ook voluit in de afbeelding te lezen is (Verordening (EU) 2021/1060, bijlage IX)',
  interregFrame: () =>
    'de pagina bevat een frame, waarvan de inhoud niet wordt onderzocht: controleer ook het adres daarvan met deze opdracht',
  interregEmblemRules: () =>
    'met het oog te controleren: de vlag is niet gewijzigd en niet met een ander logo versmolten, is minstens zo groot als de andere logo’s, en is reflexblauw, zwart of wit (Verordening (EU) 2021/1060, bijlage IX)',
  interregDocuments: () =>
    'ook documenten en materiaal voor het publiek dragen de vermelding van de steun (Verordening (EU) 2021/1059, artikel 36, lid 4)',
  interregOnSite: () =>
    'ter plaatse: een duurzame plaquette of een bord voor een fysieke investering van meer dan 100 000 euro, anders ten minste één A3-affiche of een elektronisch scherm; boven 5 miljoen euro een communicatie-evenement (Verordening (EU) 2021/1059, artikel 36, lid 4)',
  interregProjects: (total, concerned) =>
    `gelezen projecten: ${total}, waarvan ${concerned} van een programma van 2021–2027`,
  interregPlaque: project =>
    `${project}: totale kosten boven 100 000 euro: een duurzame plaquette of een duurzaam bord voor een fysieke investering of uitrusting, anders een affiche van A3 of groter, of een elektronisch scherm (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregPoster: project =>
    `${project}: ten minste één affiche van A3 of groter, of een elektronisch scherm (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
  interregEvent: project =>
    `${project}: meer dan 5 miljoen euro: een communicatie-evenement (Verordening (EU) 2021/1059, artikel 36, lid 4)`,
};
