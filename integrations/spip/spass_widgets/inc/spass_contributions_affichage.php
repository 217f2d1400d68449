<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Geometry;
use Spass\Contributions\Messages;
use Spass\Contributions\Text;
use Spass\Markup;

// Filters of the private area. `$fiche` is the record as stored; everything in it comes from strangers.

/** Returns the fields of a record. */
function spass_contributions_champs(?string $fiche): array {
	return json_decode((string) $fiche, true) ?: [];
}

/** Returns the text of a record: all its languages, or a single text. */
function spass_contributions_texte(array $champs): string {
	spass_contributions_charger();

	return trim(implode("\n\n", Text::translations($champs['text'] ?? null)));
}

/** Returns the beginning of the text, for a list. */
function spass_widgets_extrait(?string $fiche): string {
	$texte = preg_replace('/\s+/u', ' ', spass_contributions_texte(spass_contributions_champs($fiche)));
	if ($texte === '') {
		return _T('spass_widgets:info_sans_texte');
	}

	return Markup::escape(mb_substr($texte, 0, 120) . (mb_strlen($texte) > 120 ? '…' : ''));
}

/** Returns the kind of a contribution, as the receipt names it. */
function spass_widgets_nature(?string $fiche): string {
	spass_contributions_charger();
	$nature = (string) (spass_contributions_champs($fiche)['kind'] ?? '');

	return Markup::escape(Messages::of(substr($GLOBALS['spip_lang'], 0, 2))->get("kinds.$nature") ?: $nature);
}

/** Returns the number of photographs, or an empty string. */
function spass_widgets_nombre_photos(?string $photos): string {
	$nombre = count(json_decode((string) $photos, true) ?: []);

	return $nombre ? singulier_ou_pluriel($nombre, 'spass_widgets:info_1_photo', 'spass_widgets:info_nb_photos') : '';
}

/** Returns a contribution with its photographs, for a moderator. */
function spass_widgets_fiche(?string $fiche, ?string $photos, int $id, string $recue): string {
	$champs = spass_contributions_champs($fiche);
	$lieu = $champs['geo'] ?? [];
	$valeurs = [
		'label_nature' => spass_widgets_nature($fiche),
		'label_recue' => affdate($recue, 'd-m-Y H:i'),
		'label_auteur' => Markup::escape((string) ($champs['name'] ?? '')),
		'label_lieu' => $lieu ? Markup::escape($lieu['lat'] . ', ' . $lieu['lon']) : '',
		'label_trace' => isset($champs['geometry']) ? Markup::escape(Geometry::as_text($champs['geometry'])) : '',
		'label_serie' => Markup::escape((string) ($champs['resource'] ?? '')),
		'label_direction' => isset($champs['direction']) ? Markup::escape($champs['direction'] . '°') : '',
		'label_portail' => Markup::escape((string) ($champs['portal'] ?? '')),
		'label_projet' => Markup::escape((string) ($champs['project'] ?? '')),
		'label_reponse' => nl2br(Markup::escape(Text::pick($champs['reply'] ?? null, 'fr')[0]), false),
	];
	$html = '<p class="spass-texte">' . nl2br(Markup::escape(spass_contributions_texte($champs)), false) . "</p>\n";
	foreach (json_decode((string) $photos, true) ?: [] as $i => $photo) {
		$numero = $i + 1;
		$url = Markup::escape(generer_url_action('voir_spass_photo', "arg=$id-$numero", true, true));
		$legende = Markup::escape((string) ($photo['alt'] ?? ''));
		$alt = $legende === '' ? _T('spass_widgets:label_photo', ['nb' => $numero]) : $legende;
		$html .= "<figure><a href=\"$url\"><img src=\"$url\" alt=\"$alt\" loading=\"lazy\" style=\"max-width:100%;height:auto;max-height:30em\"></a>"
			. ($legende === '' ? '' : "<figcaption>$legende</figcaption>") . "</figure>\n";
	}
	$liste = '';
	foreach (array_filter($valeurs, 'strlen') as $nom => $valeur) {
		$liste .= '<dt>' . _T("spass_widgets:$nom") . "</dt><dd>$valeur</dd>\n";
	}

	return "$html<dl>\n$liste</dl>\n";
}
