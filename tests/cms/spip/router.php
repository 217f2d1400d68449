<?php
// Files and folders that are there are served as they are; everything else is a page of the site.
$requested = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
// As SPIP's .htaccess and the web server do.
if (preg_match('~^/(?:config|tmp)/~', $requested)) {
	http_response_code(403);
	return true;
}
$path = $_SERVER['DOCUMENT_ROOT'] . $requested;
if (is_file($path) || is_file("$path/index.php")) {
	return false;
}
chdir($_SERVER['DOCUMENT_ROOT']);
if (preg_match('~^/spip\.php(/.*)$~', $requested, $found)) {
	$_SERVER['PATH_INFO'] = $found[1];
	require 'spip.php';
	return true;
}
if (is_file('.htaccess') && preg_match('~^/(\w+)\.api/?(.*)$~', $requested, $found)) {
	$_GET['action'] = "api_$found[1]";
	$_GET['arg'] = $found[2];
	require 'spip.php';
	return true;
}
require 'index.php';
