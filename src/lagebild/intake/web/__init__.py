"""What the fetcher needs of the web: addresses, rules and requests that stay within limits."""
