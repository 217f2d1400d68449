<?php
namespace Spass\Contributions;

/** Error of the database or the disk. Nothing was changed, and the client may try again. */
final class StoreError extends \RuntimeException {
}

/** Storage of contributions, which each CMS implements. Every method may throw `StoreError`. */
interface Store {

	public function find_by_key( string $key_hash ): ?Entry;

	public function find_by_token( string $token_hash ): ?Entry;

	public function find( string $id ): ?Entry;

	/**
	 * Stores a contribution in one transaction, unless its key is stored already. Returns the stored one in both cases.
	 */
	public function add( Submission $submission ): Entry;

	/**
	 * Deletes text, photographs and fingerprint. Key, token, id and kind stay, so that a late retry does not bring the
	 * contribution back.
	 *
	 * @return bool False if a file could not be deleted: the author may try again.
	 */
	public function withdraw( Entry $entry ): bool;

	/** Returns true if the author may leave an e-mail address. */
	public function accepts_email(): bool;

	/** Stores the e-mail address of the author, or deletes it if it is empty. */
	public function set_email( Entry $entry, string $email ): void;

	public function count_published(): int;

	/**
	 * Returns published contributions, oldest first.
	 *
	 * @return Entry[]
	 */
	public function published( int $limit, int $offset ): array;

	/** Returns the path of a photograph, by its number from 1; empty if there is none. */
	public function photo_path( Entry $entry, int $number ): string;

	/**
	 * Replaces the rate limit's bucket of a client in one transaction.
	 *
	 * @param callable $step Returns the new bucket (see `RateLimit::take`) from the stored one or null.
	 */
	public function update_bucket( string $client_hash, callable $step ): void;
}
