import {fold} from '../../../../model/fold.js';

/** Normalizes a column name: `Nom du jardin` becomes `nom_du_jardin`, and `sourceUrl` becomes `source_url`. */
export const normalizeName = (name: string): string =>
  fold(name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1_'))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Returns the key by which names are compared, however their words are separated: `codepostal`. */
export const nameKey = (name: string): string => normalizeName(name).replaceAll('_', '');

/** Names of the columns of one field. All are folded, with `_` for characters other than letters and digits. */
export interface ColumnNames {
  /** Names that mean this field and nothing else, separated by spaces, the best first. */
  readonly names: string;
  /** Patterns of names that mostly mean this field, the best first. Used if no column has one of the names. */
  readonly like?: readonly RegExp[];
  /** Names that match `like` and mean something else. */
  readonly unlike?: RegExp;
}

/** Names of other things that also have a title: `nom_commune`, `libelle_departement`. */
const OTHER_TITLES =
  /_(?:de_|du_|des_|la_|l_|le_)*(?:com(?:mune)?|dep\w*|reg(?:ion)?|epci|canton|voie|rue|insee|fichier|gestionnaire|proprietaire|contact|prenom|responsable|referente?|presidente?|direct(?:eur|rice)|gerante?|animat(?:eur|rice)|maire|interlocut(?:eur|rice)|benef\w*|laureat|porteur|attribu\w*|titulaire|amenageur|operateur|enseigne|acheminement|auteur|architecte|createur|utilisateur|redacteur|photographe)(?:_|$)|^(?:benef\w*|contact|owner|applicant)_/;

/**
 * Names of columns in open data and spreadsheets of France, Belgium, the Netherlands and Germany, by the field they
 * mean. Shared by the sources of the widgets, the converter and the configurator. Fields as in the attribute `fields`;
 * `duration` is read together with a start.
 */
export const COLUMN_NAMES: Readonly<Record<string, ColumnNames>> = {
  id: {
    names: 'id identifiant identifier uid siret recordid objectid gid fid',
    like: [
      /^(?:numero|n|no|num|nummer|kennung|reference|ref|cote|code)$/,
      /^(?:id|identifiant)_/,
      /_(?:uid|id|ref|reference)$/,
      /^(?:reference|ref|numero)_(?:de_|du_|d_)?(?:la_|l_)?(?:notice|fiche|dossier|oeuvre|edifice|projet|operation)$/,
    ],
  },
  title: {
    names:
      'titre title titel nom name naam label libelle intitule designation denomination appellation bezeichnung ' +
      'benaming raison_sociale equip_nom nomrs',
    like: [
      // The subject of a contract, a grant or a decision.
      /^(?:delib_)?objet(?:_(?:du|de_la|de_l)_\w+)?$/,
      /^(?:titre|title|titel|nom|name|naam|lib|intitule|denomination|appellation)_|^libelle|_name_programme_language$|^(?:proje[ck]t|obje[ck]t|vereins?|verenigings?)_?(?:titel|na(?:am|me)|bezeichnung)$/,
      /_(?:titre|title|nom|name|naam|label|libelle|intitule|denomination)$/,
      // The thing itself, as the heading of its names.
      /^(?:projet|operation|realisation|lieu|site|place|monument|edifice|batiment|equipement|etablissement|ouvrage|oeuvre|parc|jardin|arbre|association|structure|project|building|gebouw|gebaude)s?$/,
    ],
    unlike: OTHER_TITLES,
  },
  description: {
    names:
      'description desc abstract resume descriptif presentation chapeau accroche extrait excerpt summary omschrijving ' +
      'samenvatting beschrijving beschreibung zusammenfassung kurzbeschreibung texte text',
    like: [
      /^(?:contenu|commentaires?|historique|observations?|notice|details?|objet|body)$/,
      /^(?:abstract|description|descriptif|resume)_/,
      /_(?:description|descriptif|resume)$/,
    ],
    // Of a part of the record.
    unlike: /^(?:tel|telephone|photo|image|site|lien|fichier)_/,
  },
  body: {names: 'contenu corps texte_complet texte_integral body content inhoud inhalt volltext'},
  url: {
    names:
      'url lien adresse_du_site adresse_web adresse_internet site site_web site_internet page page_web lien_web link ' +
      'website web web_address webadresse webadres webseite internetadresse homepage permalink fiche ' +
      'path_alias uri uri_id_du_poi doi',
    like: [
      /^(?:site|url|lien|link)_(?:(?:web|internet)(?:_.*)?|fiche|page|externe|vers_.*)$/,
      /_(?:url|link|lien|web|website)$/,
    ],
    // Of somebody or something else.
    unlike:
      /^(?:organi[sz]\w*|location|lieu|contact|auteur|author|publisher|performer|logo|image|photo|icon\w*|licen[cs]e)_/,
  },
  image: {
    names:
      'image images photo photos photographie picture visuel vignette thumbnail illustration image_url photo_url ' +
      'adresse_de_l_image afbeelding foto bild portrait portret',
    // Not its media type.
    like: [
      /^(?:image|photo|visuel|vignette|illustration)_(?!content)/,
      /_(?:image|photo|visuel)(?:_url)?$/,
    ],
  },
  'image.alt': {
    names:
      'texte_alternatif alt description_de_l_image image_alt alternatieve_tekst alternativtext alt_text',
  },
  'image.credit': {
    names:
      'credit credits credit_photo credits_photo copyright fotocredit bildnachweis photo_credit',
  },
  geo: {
    names:
      'geo_point_2d geo_point coord geo latlng coords coordonnees gps geolocalisation ' +
      'position point latlon latitude_longitude location coordinaten coordinates koordinaten geom geometry wkt ' +
      'centroid centre center',
    like: [
      /^(?:coordonnees|geolocalisation|position|geo)_(?!shape)/,
      /^localisation$|_(?:gps|geo|geom)$/,
      /_(?:coordinates|coordonnees)$/,
    ],
  },
  lat: {
    names: 'lat latitude breedtegraad breite breitengrad',
    like: [
      /^(?:lat|latitude)_|(?:^y|_)(?:lat|latitude)$/,
      /^(?:[yn]|[yn]_?(?:coord|koord|wgs84|l93|l2e|cc\d|lamb|lv)\w*|[ck]oord[a-z]*_?[yn]|(?:pos|geo|l93|cc\d+)_?y|lamb\w*_y|northing|hochwert|nordwert)$/,
      /(?:^|_)ordonnee(?:_|$)/,
    ],
  },
  lon: {
    names: 'lon lng long longitude lengtegraad lange langengrad laenge laengengrad',
    like: [
      /^(?:lon|lng|long|longitude)_|(?:^x|_)(?:lon|lng|long|longitude)$/,
      /^(?:[xe]|[xe]_?(?:coord|koord|wgs84|l93|l2e|cc\d|lamb|lv)\w*|[ck]oord[a-z]*_?[xe]|(?:pos|geo|l93|cc\d+)_?x|lamb\w*_x|easting|rechtswert|ostwert)$/,
      /(?:^|_)abscisse(?:_|$)/,
    ],
  },
  start: {
    names:
      'debut date_de_debut date_debut start begin startdatum begindatum datum_von datum_van start_date date_start beginn annee_de_debut ' +
      'annee_debut beginjaar startjahr date_heure_de_debut start_time firstdate_begin du from von van',
    like: [/(?:^|_)(?:debut|deb|start|begin)(?:_|$)/],
  },
  end: {
    names:
      'fin date_de_fin date_fin end ende einde einddatum enddatum datum_bis datum_tot end_date date_end annee_de_fin annee_fin eindjaar ' +
      'endjahr date_heure_de_fin end_time lastdate_end au to tot bis',
    like: [/(?:^|_)(?:fin|end|einde|ende)(?:_|$)/],
  },
  duration: {names: 'duree duration duur dauer'},
  date: {
    names:
      'date datetime date_heure annee year jaar jahr datum millesime date_de_publication date_publication publie_le publication ' +
      'publicatiedatum published published_at date_published gepubliceerd_op veroffentlicht erscheinungsjahr ' +
      'issued date_issued produced_date parution inception livraison date_prevue date_previsionnelle echeance delib_date',
    like: [
      /^(?:annee|date|epoque|periode|siecle)s?_(?:de_|d_)?(?:la_|l_)?(?:construction|edification|realisation|livraison|achevement|plantation|parution|publication|edition)$/,
      /^date_(?:de_)?(?:la_)?(?:notification|signature|deliberation|convention|decision|attribution|vote)$/,
      /^publication_(?:year|date)$|^(?:event|meeting|veranstaltungs?)_?dat(?:e|um)$/,
      /^datation_(?:de_|du_)(?:l_|la_)?\w+$/,
      /^(?:datation|epoque|siecle|bouwjaar|baujahr|construction_(?:year|date)|(?:year|date)_built)s?$/,
    ],
  },
  updated: {
    names:
      'mise_a_jour date_de_mise_a_jour date_mise_a_jour mis_a_jour_le date_maj date_de_maj maj updated updated_at date_updated update_datetime modified ' +
      'date_de_modification date_modification bijgewerkt aktualisiert',
  },
  created: {
    names:
      'cree_le date_de_creation date_creation dt_creation horodateur timestamp created created_at date_created aangemaakt erstellt',
  },
  themes: {
    names:
      'theme themes thematique thematiques thema themas themen topic topics sujet sujets categorie categories ' +
      'category kategorie kategorien onderwerp onderwerpen subject',
    like: [/(?:^|_)(?:theme|thematique|matiere_nom)$/],
  },
  tags: {
    names:
      'tags tag mots_cles mot_cle mots_clefs etiquettes keywords keyword trefwoorden schlagworter schlagworte ' +
      'stichworter',
    like: [/(?:^|_)(?:tags|mots_cles|keywords)(?:_|$)/],
  },
  type: {
    names:
      'type types nature genre soort art kind typologie type_de_ressource type_de_document sort',
    like: [/^type_/, /_type$/, /^denomination_de_/],
    unlike: /^version_/,
  },
  commune: {
    names:
      'commune ville nom_de_la_commune nom_commune localite gemeente stad municipality town city gemeinde stadt ort ' +
      'nom_com com_nom nom_de_commune code_postal_et_commune adresse_localite address_addresslocality gemeente_naam woonplaats plaats plaatsnaam com_lieu ' +
      'libelle_geographique libgeo',
    like: [
      /^commune_forme_/,
      /^(?:commune|ville)_/,
      /_(?:(?:lib_?)?(?:commune|ville)|locality|city|gemeente)$/,
    ],
    unlike: /^(?:categorie|centre|maire|quartier|statut|theme|type)_/,
  },
  insee: {
    names:
      'insee code_insee code_commune code_com cog codgeo com_code code_nis nis niscode gemeentecode cbs_code ' +
      'municipality_code ags gemeindeschlussel amtlicher_gemeindeschlussel commune_code commune',
    like: [/^(?:cog_insee|code_insee|insee)_/, /_(?:code_?)?insee$/, /^cod_com(?:mune)?$|^depcom$/],
  },
  epci: {names: 'epci siren_epci code_epci epci_code codgeo_epci'},
  departement: {
    names:
      'code_dep code_departement dep_code departement_code insee_dep code_dept code_insee_departement ' +
      'departement_format_numerique',
    // Mostly names, which are read as codes.
    like: [/^(?:dep|dept|departement)$/],
  },
  region: {
    names: 'code_reg code_region reg_code region_code insee_reg code_insee_region',
    like: [/^reg(?:ion)?$/],
  },
  authors: {
    names: 'auteur auteurs author authors autor autoren verfasser creator createur',
    like: [/^(?:auteur|author|auth_(?:full_)?name)(?:_|$)/],
  },
  identifier: {
    names: 'identifiant identifier reference ref cote referentie referenz kenmerk aktenzeichen',
  },
  attachments: {
    names:
      'fichier fichiers document documents piece_jointe pieces_jointes pdf telechargement file files attachment ' +
      'attachments bestand bestanden bijlage bijlagen datei dateien anhang anlage download',
  },
  owners: {
    names:
      'maitre_d_ouvrage maitrise_d_ouvrage maitres_d_ouvrage moa owner client opdrachtgever bauherr',
  },
  designers: {
    names:
      'maitre_d_oeuvre maitrise_d_oeuvre maitres_d_oeuvre moe architecte architectes paysagiste designer ontwerper ' +
      'architect architekt entwurfsverfasser',
  },
  organisation: {
    names: 'organisme structure organisation organization organisatie',
    like: [/^(?:editeurs?|maison_d_edition|uitgever|uitgeverij|verlag)$/],
  },
  address: {
    names:
      'adresse adresse_complete adresse_postale adr adresse_du_lieu address street_address adres anschrift ' +
      'address_streetaddress address_street adresse_1 adresse1 ad_lieu',
    // With the name of the street.
    like: [
      /_(?:numero_voie|address_line1)$/,
      /(?<!^complement_d?|mail|web)_ad(?:resse|dress)$/,
      /^(?:adresse|address)_(?!.*(?:mail|web|url|ip)(?:_|$))/,
    ],
  },
  postalCode: {
    names: 'code_postal cp code_post postal_code postcode zip zipcode plz postleitzahl',
    like: [/_(?:code_?postal|cp|postcode|postal_?code|zip(?:code)?)$/],
  },
  telephone: {
    names: 'telephone tel phone telefoon telefoonnummer telefon telefonnummer',
    like: [/(?:^|_)(?:tel|telephone|phone)(?:_(?:fixe|mobile|portable))?$/],
  },
  email: {
    names: 'email email_address mail courriel adresse_electronique adresse_mail mel e_mailadres',
    like: [/_(?:email|courriel|mail)$/],
  },
  openingHours: {
    names: 'horaires opening_hours schedule openingsuren openingstijden offnungszeiten',
    like: [
      /(?<!^commentaire_plage)_(?:horaires?|d_ouverture|ouverture)$/,
      /^(?:horaires|oeffnungszeiten)(?!.*di(?:m|_|$))/,
    ],
  },
  openingDate: {
    names: 'date_d_ouverture date_ouverture mise_en_service date_de_mise_en_service opening_date',
  },
  section: {names: 'rubrique section rubriek rubrik'},
  scales: {names: 'echelle echelles scale schaal massstab'},
  licence: {names: 'licence license licentie lizenz'},
  lang: {names: 'langue language taal sprache'},
  languages: {names: 'langues languages talen sprachen'},
  family: {names: 'famille family familie'},
  accent: {names: 'couleur colour color kleur farbe'},
  acronym: {names: 'acronyme sigle acronym project_acronym acroniem akronym kurzname'},
  programme: {names: 'programme programma program programm'},
  project: {names: 'project projet projekt'},
  portal: {names: 'portal portail portaal'},
  lead: {names: 'chef_de_file lead lead_partner hoofdpartner projectleider projekttrager'},
  partners: {names: 'partenaires partenaire partners partner'},
  'budget.total': {
    names:
      'budget budget_total cout_total montant montant_total total_budget totaal_budget totale_kost gesamtbudget gesamtkosten',
    like: [
      /^(?:montant|cout|budget)_(?:\w+_)?(?:ht|ttc|eur|euros?|travaux|operation)$|^total_(?:des_)?(?:depenses|eligible|costs?)/,
    ],
  },
  'budget.eu': {
    names:
      'feder subvention_ue contribution_ue aide_ue erdf efro efre eu_budget eu_bijdrage eu_contribution eu_mittel',
  },
  'budget.rate': {names: 'taux taux_de_cofinancement cofinancing_rate'},
  generation: {names: 'generation periode_de_programmation generatie'},
  strand: {names: 'volet strand'},
  country: {names: 'pays land country'},
  role: {names: 'role rol rolle fonction libelle_fonction libelle_de_la_fonction qualite funktion'},
  logo: {names: 'logo'},
  status: {names: 'statut status etat event_status'},
};
