/**
 * Patterns for the name of a field, the best first. Names are in lower case, without diacritics, with `_` for other
 * characters.
 */
export type NamePatterns = readonly RegExp[];

/**
 * Common field names in open data of France, Belgium and the Netherlands. Used for fields that neither the webmaster
 * nor the source has mapped.
 */
export const FIELD_NAME_PATTERNS: Readonly<Record<string, NamePatterns>> = {
  id: [/^(?:id|uid|identifiant|identifier|recordid|objectid|gid|fid|reference|ref)$/, /^id_/],
  title: [
    /^(?:title|titre|titel|name|nom|naam|label|libelle|intitule|designation|appellation)$/,
    /^(?:titre|title|nom|name|naam|libelle|intitule|denomination|appellation)_(?!commune|com$|dep|reg|epci)/,
  ],
  description: [
    /^(?:description|abstract|resume|descriptif|presentation|extrait|excerpt|omschrijving|beschreibung)$/,
    /^(?:texte|text|contenu|commentaire|historique|observations?)$/,
    /^(?:description|descriptif|resume)_/,
  ],
  url: [
    /^(?:url|lien|link|site|website|permalink|page|web|fiche)$/,
    /^(?:site|url|lien|link)_(?:web|internet|fiche|page|externe|vers.*)$/,
    /_(?:url|link|lien)$/,
  ],
  image: [/^(?:image|photo|picture|visuel|vignette|thumbnail|illustration|foto|bild)(?:_url)?$/],
  geo: [
    /^(?:geo_point_2d|geo_point|geopoint|geo|geolocalisation|coordonnees|position|latlon|lat_lon|location)$/,
    /^(?:coordonnees|geolocalisation|position|geo)_(?!shape)/,
    /^(?:geom|geometry|wkt|centroid|centre|center)$/,
    /(?:^|_)coordinates$/,
  ],
  lat: [/^(?:lat|latitude)$/, /^(?:lat|latitude)_|_(?:lat|latitude)$/, /^(?:y|coord_y|y_wgs84)$/],
  lon: [
    /^(?:lon|lng|long|longitude)$/,
    /^(?:lon|long|longitude)_|_(?:lon|lng|longitude)$/,
    /^(?:x|coord_x|x_wgs84)$/,
  ],
  start: [
    /^(?:firstdate_begin|debut|start|begin|from|date_debut|date_de_debut|start_date|date_start|startdate)$/,
  ],
  end: [/^(?:lastdate_end|fin|end|date_fin|date_de_fin|end_date|date_end|enddate)$/],
  date: [
    /^(?:date|published|publication|date_publication|date_de_publication|datum)$/,
    /^(?:annee|year|jaar|jahr)$/,
  ],
  themes: [/^(?:themes?|thematiques?|categories?|category|categorie|thema)$/],
  tags: [/^(?:tags?|keywords?|mots_cles|motscles|mots_clefs|trefwoorden)$/],
  type: [/^(?:type|nature|kind|typologie|soort|art)$/, /^type_/],
  commune: [
    /^(?:commune|ville|city|gemeente|town|municipality|localite|gemeinde)$/,
    /^(?:nom_(?:de_la_)?com(?:mune)?|com_nom|commune_nom|libelle_commune|commune_forme_.*)$/,
  ],
  insee: [
    /^(?:insee|code_insee|insee_com|code_commune|com_insee|cog|codgeo|code_commune_insee|com_code)$/,
    /^(?:cog_insee|code_insee|insee)_/,
  ],
  epci: [/^(?:epci|siren_epci|code_epci|epci_code|codgeo_epci)$/],
  departement: [
    /^(?:code_dep(?:artement)?|dep(?:artement)?_code|insee_dep|dep|dept|departement)$/,
    /^departement_format_numerique$/,
  ],
  region: [/^(?:code_reg(?:ion)?|reg(?:ion)?_code|insee_reg|reg|region)$/],
  authors: [/^(?:auteurs?|authors?|auteur_.*|author_.*)$/],
  identifier: [/^(?:identifiant|identifier|reference|ref)$/],
};
