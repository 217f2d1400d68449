<?php
// Contributions for CMS plugins, independent of the CMS. A class is loaded on first use: most pages need none.
spl_autoload_register(
	static function ( $class ) {
		// Classes that share the file of another one.
		$files = array(
			'PictureError' => 'picture',
			'StoreError'   => 'store',
			'Submission'   => 'entry',
		);
		if ( preg_match( '/^Spass\\\\Contributions\\\\(\w+)\z/', $class, $found ) ) {
			$name = $files[ $found[1] ] ?? strtolower( preg_replace( '/(?<=[a-z])(?=[A-Z])/', '-', $found[1] ) );
			$file = __DIR__ . "/class-$name.php";
			if ( is_file( $file ) ) {
				require_once $file;
			}
		}
	}
);
