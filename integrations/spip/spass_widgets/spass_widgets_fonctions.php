<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Catalogue;
use Spass\Markup;
use Spass\Question;
use Spass\Widget;

require_once __DIR__ . '/lib/load.php';
include_spip('spass_widgets_reponses');

/** Ce que dit widgets.json, lu une fois. */
function spass_widgets_catalogue(): Catalogue {
	static $catalogue = null;
	$catalogue ??= new Catalogue(__DIR__ . '/widgets.json');

	return $catalogue;
}

/**
 * Le HTML d'un composant, pour modeles/spass.html et pour tout squelette.
 *
 * @param mixed $arguments Les arguments du modèle : widget et ses attributs
 * @param string $langue Langue de la page
 */
function spass_widgets_afficher($arguments, string $langue = 'fr'): string {
	$widget = Widget::from(spass_widgets_arguments($arguments), spass_widgets_catalogue());
	$avis = spass_widgets_avis($widget);
	if ($widget->noun === '') {
		return $avis;
	}
	$entrees = [];
	$combien = 0;
	foreach (Question::all($widget, url_de_base()) as $question) {
		$combien = $question->limit;
		$entrees = array_merge($entrees, spass_widgets_entrees($question, substr($widget->get('lang') ?: $langue, 0, 2)));
	}
	$jour = static fn(string $date): string => affdate(str_pad($date, 10, '-00')) ?: $date;

	return $avis . Markup::element($widget, array_slice($entrees, 0, $combien), '', $jour);
}

/** Les arguments que le rédacteur a écrits, sans ceux que SPIP ajoute. Un mot seul, `sync-url`, vaut oui. */
function spass_widgets_arguments($arguments): array {
	$propres = [];
	foreach (is_array($arguments) ? $arguments : [] as $nom => $valeur) {
		if (is_scalar($valeur) && !in_array($nom, ['ajax', 'align'], true)) {
			$propres[$nom] = $valeur;
		}
	}

	return $propres;
}

/** Ce qui ne va pas, pour qui peut le corriger : dans l'espace privé seulement, car la page publique est en cache. */
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
