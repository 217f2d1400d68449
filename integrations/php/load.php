<?php
// What every CMS plugin shares. Nothing here knows which CMS it is in.
foreach ( array( 'catalogue', 'repair', 'widget', 'question', 'shelf', 'text', 'link', 'answer', 'markup' ) as $spass_name ) {
	require_once __DIR__ . "/class-$spass_name.php";
}
