/** Number, formatted or not; or a text such as `—` if there is none. */
export type MessageValue = string | number;

/** French messages about the duties of a partner of an Interreg project. */
export const interreg = {
  interregNoStatement: () =>
    'la mention du soutien manque : « Cofinancé par l’Union européenne », en toutes lettres à côté du drapeau (règlement (UE) 2021/1060, annexe IX)',
  interregOtherLanguage: (language: string, statement: string) =>
    `la mention du soutien n’est pas dans la langue de la page (${language}) : « ${statement} » (règlement (UE) 2021/1060, annexe IX)`,
  interregNoEmblem: () =>
    'le drapeau de l’Union européenne manque, ou n’a pas de texte alternatif qui le nomme (règlement (UE) 2021/1060, annexe IX)',
  interregPageNoAims: () =>
    'la page ne présente pas les objectifs du projet (règlement (UE) 2021/1059, article 36, paragraphe 4)',
  interregPageNoResults: () =>
    'la page ne présente pas les résultats du projet (règlement (UE) 2021/1059, article 36, paragraphe 4)',
  interregNoDescription: (project: string) =>
    `${project} : pas de brève description, champ description (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoAims: (project: string) =>
    `${project} : pas d’objectifs, champ aims (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoResults: (project: string) =>
    `${project} : pas de résultats, champ results (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoSupport: (project: string) =>
    `${project} : le soutien financier n’est pas indiqué, champs budget.eu ou budget.rate (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoProgramme: (project: string) =>
    `${project} : le programme est inconnu, sa mention et son logo ne peuvent pas être affichés (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoPartners: (project: string) =>
    `${project} : ni chef de file ni partenaires (information sur l’opération : règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregNoProject: () => 'aucun projet d’un programme de 2021–2027 dans ces données',
  interregUnreadable: () => 'ni une page, ni un fichier JSON de portail',
  interregStatementFound: () => 'la mention du soutien est présente, ou affichée par un composant',
  interregWidget: () => 'un composant affiche la mention et le drapeau de chaque projet soutenu',
  interregStatementInAlt: () =>
    'la mention n’est que dans le texte alternatif d’une image : vérifiez qu’elle se lit aussi dans l’image, en toutes lettres (règlement (UE) 2021/1060, annexe IX)',
  interregFrame: () =>
    'la page contient un cadre, dont le contenu n’est pas examiné : vérifiez aussi son adresse avec cette commande',
  interregEmblemRules: () =>
    'à vérifier à l’œil : le drapeau n’est ni modifié ni fondu dans un autre logo, il est au moins aussi grand que les autres, en bleu réflexe, en noir ou en blanc (règlement (UE) 2021/1060, annexe IX)',
  interregDocuments: () =>
    'les documents et les supports destinés au public portent aussi la mention du soutien (règlement (UE) 2021/1059, article 36, paragraphe 4)',
  interregOnSite: () =>
    'sur place : une plaque ou un panneau durable pour un investissement matériel ou un équipement de plus de 100 000 € de coût total, sinon au moins une affiche A3 ou plus grande, ou un affichage électronique ; au-delà de 5 millions d’euros, une action ou activité de communication (règlement (UE) 2021/1059, article 36, paragraphe 4)',
  interregProjects: (total: MessageValue, concerned: MessageValue) =>
    `projets lus : ${total}, dont ${concerned} d’un programme de 2021–2027`,
  interregPlaque: (project: string) =>
    `${project} : plus de 100 000 € de coût total : plaque ou panneau durable pour un investissement matériel ou un équipement, sinon une affiche A3 ou plus grande, ou un affichage électronique (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregPoster: (project: string) =>
    `${project} : au moins une affiche A3 ou plus grande, ou un affichage électronique (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
  interregEvent: (project: string) =>
    `${project} : plus de 5 millions d’euros : une action ou activité de communication (règlement (UE) 2021/1059, article 36, paragraphe 4)`,
};
