<?php
// Files and folders that are there are served as they are; everything else is a page of the site.
$path = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path) || is_file("$path/index.php")) {
	return false;
}
chdir($_SERVER['DOCUMENT_ROOT']);
require 'index.php';
