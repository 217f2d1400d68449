<?php
namespace Spass;

/** What `widgets.json` says: which widgets there are, what can be set of each, and the hashes of the scripts. */
final class Catalogue {

	/** @var array The file as it was packed. */
	private $facts;

	public function __construct( string $file ) {
		$this->facts = json_decode( (string) file_get_contents( $file ), true );
	}

	public function version(): string {
		return $this->facts['version'];
	}

	/** The hash that a browser checks a file against. */
	public function integrity( string $file ): string {
		return $this->facts['integrity'][ $file ];
	}

	/** All widgets by noun, each with its `title`, `text` and `attributes`. */
	public function widgets(): array {
		return $this->facts['widgets'];
	}

	/** One widget, or null where the noun names none. */
	public function widget( string $noun ): ?array {
		return $this->facts['widgets'][ $noun ] ?? null;
	}
}
