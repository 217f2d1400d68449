<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'faute_address' => 'This is no address of an API (https://…) and was left out: @quoi@',
	'faute_api' => '@widget@ has no “api”: say from which address its data come.',
	'faute_attribute' => '“@quoi@” is not an attribute of @widget@ and was left out. It has: @attributs@.',
	'faute_choice' => 'This value is none of those that there are and was left out: @quoi@',
	'faute_widget' => 'No widget is called “@quoi@”. There are: @widgets@.',
];
