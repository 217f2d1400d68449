<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'faute_address' => 'Ceci n’est pas l’adresse d’une API (https://…) et a été laissé de côté : @quoi@',
	'faute_api' => '@widget@ n’a pas d’« api » : dites de quelle adresse viennent ses données.',
	'faute_attribute' => '« @quoi@ » n’est pas un attribut de @widget@ et a été laissé de côté. Il a : @attributs@.',
	'faute_choice' => 'Cette valeur n’est aucune de celles qui existent et a été laissée de côté : @quoi@',
	'faute_widget' => 'Aucun composant ne s’appelle « @quoi@ ». Il y a : @widgets@.',
];
