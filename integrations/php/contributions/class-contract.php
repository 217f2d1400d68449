<?php
namespace Spass\Contributions;

/** Kinds, limits and messages of contributions, generated from the TypeScript sources into `contract.json`. */
final class Contract {

	/** @var array|null Decoded file. */
	private static $data = null;

	private static function data(): array {
		if ( null === self::$data ) {
			self::$data = json_decode( (string) file_get_contents( __DIR__ . '/contract.json' ), true );
		}
		return self::$data;
	}

	/** Returns the field that a kind requires, or an empty string for an unknown kind. */
	public static function required_field( string $kind ): string {
		return self::data()['kinds'][ $kind ] ?? '';
	}

	/** Returns the types of the fields that an author may send, by name. */
	public static function fields(): array {
		return self::data()['fields'];
	}

	/** Returns the names of the collections of the portal API. */
	public static function collections(): array {
		return self::data()['collections'];
	}

	public static function limit( string $name ): int {
		return self::data()['limits'][ $name ];
	}

	/** Returns the messages of a language, or null if it is not supported. */
	public static function messages( string $lang ): ?array {
		return self::data()['messages'][ $lang ] ?? null;
	}
}
