<?php
// Code shared by all CMS plugins, independent of the CMS.
foreach ( array( 'catalogue', 'repair', 'widget', 'question', 'shelf', 'text', 'link', 'public-host', 'content', 'answer', 'funding', 'meeting', 'sheet', 'markup' ) as $spass_name ) {
	require_once __DIR__ . "/class-$spass_name.php";
}
foreach ( array( 'viewport', 'outlines', 'marks', 'picture', 'sentences', 'projects' ) as $spass_name ) {
	require_once __DIR__ . "/map/class-$spass_name.php";
}
