# Controls, evidence and review on the desk.
