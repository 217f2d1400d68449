<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'faute_address' => 'Dit is geen adres van een API (https://…) en is weggelaten: @quoi@',
	'faute_api' => '@widget@ heeft geen ‘api’: zeg van welk adres de gegevens komen.',
	'faute_attribute' => '‘@quoi@’ is geen attribuut van @widget@ en is weggelaten. Er zijn: @attributs@.',
	'faute_choice' => 'Deze waarde bestaat niet en is weggelaten: @quoi@',
	'faute_widget' => 'Geen widget heet ‘@quoi@’. Er zijn: @widgets@.',
];
