<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Catalogue;
use Spass\Content;
use Spass\Markup;
use Spass\Question;
use Spass\Widget;

require_once __DIR__ . '/lib/load.php';
include_spip('spass_widgets_reponses');
include_spip('inc/spass_contributions');
include_spip('inc/spass_contributions_affichage');

/** Returns the content of widgets.json, read once. */
function spass_widgets_catalogue(): Catalogue {
	static $catalogue = null;
	$catalogue ??= new Catalogue(__DIR__ . '/widgets.json');

	return $catalogue;
}

/**
 * Returns the HTML of a widget, for modeles/spass.html and any template.
 *
 * @param mixed  $arguments Arguments of the SPIP model: widget and its attributes.
 * @param string $langue    Language of the page.
 */
function spass_widgets_afficher($arguments, string $langue = 'fr'): string {
	$arguments = spass_widgets_completer(spass_widgets_arguments($arguments), $langue);
	$widget = Widget::from($arguments, spass_widgets_catalogue());
	$avis = spass_widgets_avis($widget);
	if ($widget->noun === '') {
		return $avis;
	}
	$langue = substr($widget->get('lang') ?: $langue, 0, 2);
	$charger = static fn(Question $question): array => spass_widgets_contenu($question, $langue);
	$contenu = Content::of($widget, url_de_base(), $charger);
	$jour = static fn(string $date): string => affdate(str_pad($date, 10, '-00')) ?: $date;

	return $avis . Markup::element($widget, $contenu, '', $jour, $langue);
}

/**
 * Returns the arguments written by the author, without those added by SPIP. An argument without a value, such as
 * `sync-url`, means "yes".
 */
function spass_widgets_arguments($arguments): array {
	$propres = [];
	foreach (is_array($arguments) ? $arguments : [] as $nom => $valeur) {
		if (is_scalar($valeur) && !in_array($nom, ['ajax', 'align'], true)) {
			$propres[$nom] = $valeur;
		}
	}

	return $propres;
}

/**
 * Returns the arguments of a contribution form with the settings of this site, if the form names no other API and the
 * site receives contributions.
 */
function spass_widgets_completer(array $arguments, string $langue): array {
	if (Widget::noun($arguments) !== 'contribute' || !spass_contributions_ouvertes()) {
		return $arguments;
	}
	$api = rtrim(trim((string) ($arguments['api'] ?? '')), '/');
	if (!in_array($api, ['', spass_contributions_chemin_api(), spass_contributions_adresse()], true)) {
		return $arguments;
	}

	// The site names its controller itself: an author of an article cannot name another one.
	return array_merge($arguments, spass_contributions_attributs(($arguments['lang'] ?? '') ?: $langue));
}

/** Renders the errors of a widget, in the back office only: the public page is cached. */
function spass_widgets_avis(Widget $widget): string {
	if (!test_espace_prive()) {
		return '';
	}
	$html = '';
	foreach ($widget->faults as [$code, $quoi]) {
		$phrase = _T("spass_widgets:faute_$code", [
			'quoi' => Markup::escape($quoi),
			'widget' => Markup::escape($widget->noun),
			'widgets' => implode(', ', array_keys(spass_widgets_catalogue()->widgets())),
			'attributs' => implode(', ', array_keys($widget->facts['attributes'] ?? [])),
		]);
		$html .= "<p class=\"erreur_message\">$phrase</p>";
	}

	return $html;
}
