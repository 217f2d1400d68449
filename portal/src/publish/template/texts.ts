/** Content of `portail.yaml` of the examples. */
export const CONFIG_TEXT = `# Réglages du portail. Une ligne qui commence par # est un commentaire.
titre: Bellerive, village au bord de l’eau
sous-titre: Ce que la commune et ses habitants préparent, observent et racontent.
territoire: Bellerive (Nord)

# Langues des pages : fr, nl, en, de. La première est celle du classeur ;
# les autres viennent des colonnes « Titre (nl) », « Résumé (nl) »…
langues: fr

# Couleur des filets, entre guillemets. Habillage : caue, plain ou dsfr.
couleur: "#a3470f"
habillage: caue
image de couverture: place.jpg

# Point d’une image qui reste visible là où elle est rognée, depuis la gauche et le haut.
# cadrage:
#   place.jpg: 50 % 80 %

# Adresse du site, dès qu’elle est connue : elle sert aux flux, aux moteurs de recherche
# et aux lignes à copier dans d’autres sites.
# adresse: https://portail.exemple.fr/

# Mentions légales (obligatoires).
contact: mairie@exemple.fr
editeur: Commune de Bellerive, 1 place de l’Église
directeur de publication: Le maire
hebergeur: à compléter
licence: Licence Ouverte 2.0

# Résultat d’un audit du site entier : non conforme (sans audit), partiellement conforme, totalement conforme.
accessibilite: non conforme
`;

/** Contents of \`textes/\` of the examples. */
export const TEXTS: Readonly<Record<string, string>> = {
  'accueil.md': `Ce site est fait d’un classeur, de quelques textes et d’un dossier de photographies. **Bellerive n’existe pas**\u00a0: remplacez ces exemples par vos fiches, enregistrez, et regardez la page changer.
`,
  'canal.md': `## Pourquoi maintenant

Le chemin de halage appartient de nouveau à la commune depuis 2024. Les platanes malades ont été abattus ; il faut replanter, et c’est l’occasion de tout regarder ensemble.

## Ce que demandent les habitants

- de l’ombre, d’abord le long du mur de l’usine ;
- un passage pour les cycles qui n’effraie pas les promeneurs ;
- un ponton d’où l’on touche l’eau.
`,
};
